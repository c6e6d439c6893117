import { isDisabled } from '@instaflow/flow-model';
import { measureNode } from '../card/measure-node';
import type { CardData } from '../canvas/derive-canvas';
import { nameKind } from './name-kind';
import type { BuilderTexts } from './use-texts';

/**
 * Makes the function that says the accessible name of a card: Step 3, Message “Welcome”, 2 outputs, 1 error. A large
 * flow has thousands of cards but few kinds and counts: their words are looked up once.
 */
export function createCardDescriber(t: BuilderTexts): (data: CardData) => string {
  const kindOf = remember((type: string) => nameKind(t, type));
  const outputsOf = remember((count: number) => t('card.outputs', { count }));
  const pattern = t('card.describe', { skipInterpolation: true });
  return ({ node, step, errors, warnings }) => {
    const outputs = outputsOf(measureNode(node).handles.filter(({ type }) => type === 'source').length);
    const parts = [fill(pattern, { step: String(step), kind: kindOf(node.type), name: node.name, outputs })];
    if (isDisabled(node)) parts.push(t('card.off'));
    if (errors > 0) parts.push(t('card.errors', { count: errors }));
    if (warnings > 0) parts.push(t('card.warnings', { count: warnings }));
    return parts.join(', ');
  };
}

/** What `t` does with a text, without looking the text up each time. */
function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/{{(\w+)}}/g, (found, key: string) => values[key] ?? found);
}

function remember<Key>(find: (key: Key) => string): (key: Key) => string {
  const known = new Map<Key, string>();
  return (key) => {
    const word = known.get(key) ?? find(key);
    known.set(key, word);
    return word;
  };
}

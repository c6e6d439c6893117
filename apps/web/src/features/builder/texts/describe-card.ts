import { isDisabled } from '@instaflow/flow-model';
import { measureNode } from '../card/measure-node';
import type { CardData } from '../canvas/derive-canvas';
import { nameKind } from './name-kind';
import type { BuilderTexts } from './use-texts';

/** The accessible name of a card: Step 3, Message “Welcome”, 2 outputs, 1 error. */
export function describeCard(t: BuilderTexts, { node, step, errors, warnings }: CardData): string {
  const count = measureNode(node).handles.filter(({ type }) => type === 'source').length;
  const outputs = t('card.outputs', { count });
  const parts = [t('card.describe', { step, kind: nameKind(t, node.type), name: node.name, outputs })];
  if (isDisabled(node)) parts.push(t('card.off'));
  if (errors > 0) parts.push(t('card.errors', { count: errors }));
  if (warnings > 0) parts.push(t('card.warnings', { count: warnings }));
  return parts.join(', ');
}

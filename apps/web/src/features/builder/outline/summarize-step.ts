import type { FlowNode } from '@instaflow/flow-model';
import { layoutCard } from '../card/layout-card';
import { listCardFacts } from '../card/list-card-facts';
import { formatFact } from '../texts/format-fact';
import type { BuilderTexts } from '../texts/use-texts';

/** What a step says and does, in one line. */
export function summarizeStep(t: BuilderTexts, node: FlowNode, language: string): string {
  const bubble = layoutCard(node).blocks.find((block) => block.kind === 'bubble');
  const facts = listCardFacts(node)
    .filter(({ key }) => key !== 'goToFlow')
    .map((fact) => formatFact(t, fact, language));
  return [...(bubble?.text ? [bubble.text] : []), ...facts].join(' · ');
}

import type { FlowDefinition } from '@instaflow/flow-model';
import { listFlowOrder } from '../canvas/list-flow-order';
import { nameKind } from '../texts/name-kind';
import type { BuilderTexts } from '../texts/use-texts';

export type NamedStep = { id: string; label: string };

/** The steps somebody can come to, numbered as in the flow and in its order. */
export function listSteps(t: BuilderTexts, definition: FlowDefinition): NamedStep[] {
  const byId = new Map(definition.nodes.map((node) => [node.id, node]));
  return listFlowOrder(definition).flatMap((id, index) => {
    const node = byId.get(id);
    if (!node || node.type === 'start' || node.type === 'note') return [];
    return [{ id, label: `${String(index + 1)} · ${node.name || nameKind(t, node.type)}` }];
  });
}

import type { SharedFlow } from '@instaflow/contracts';
import { parseFlowDefinition, type LoadedFlow } from '@instaflow/flow-model';

/** Stands for the id of the shared flow, which its link does not tell. */
export const sharedFlowId = 'shared';

/** The shared flow and those it leads to, their documents read; null when its own cannot be. */
export function readSharedFlow({
  name,
  flowDefinition,
  linkedFlows,
}: SharedFlow): readonly [LoadedFlow, ...LoadedFlow[]] | null {
  const own = toLoaded(sharedFlowId, name, flowDefinition);
  if (!own) return null;
  const others = linkedFlows.flatMap((flow) => toLoaded(flow.flowId, flow.name, flow.flowDefinition) ?? []);
  return [own, ...others];
}

function toLoaded(id: string, name: string, document: unknown): LoadedFlow | null {
  const parsed = parseFlowDefinition(document);
  if (!parsed.ok) return null;
  return { id, name, description: '', definition: parsed.definition, triggers: [], tests: [] };
}

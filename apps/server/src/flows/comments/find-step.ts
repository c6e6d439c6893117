import type { FlowEntity } from '@instaflow/db';
import { parseFlowDefinition } from '@instaflow/flow-model';
import { unprocessable } from '@instaflow/platform';

/** The step of the draft that a thread is pinned to; 422 `unknown_step`. */
export function findStep(
  { flowDefinition }: Pick<FlowEntity, 'flowDefinition'>,
  nodeId: string,
): { id: string; name: string; type: string } {
  const parsed = parseFlowDefinition(flowDefinition);
  const node = parsed.ok ? parsed.definition.nodes.find(({ id }) => id === nodeId) : undefined;
  if (node === undefined)
    throw unprocessable('unknown_step', 'This step is not in the flow (any more). Comment on another one.');
  return { id: node.id, name: node.name, type: node.type };
}

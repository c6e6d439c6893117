import { conditionKey, type FlowDefinition } from '@instaflow/flow-model';
import { edgeId } from '../canvas/derive-canvas';
import type { EdgeMark, NodeMark } from '../overlay/overlay-store';
import type { CanvasMarks } from '../overlay/use-marks';

/** Tells proposed steps, and the connections from and to them, apart from what is in the flow. */
export function markProposal(definition: FlowDefinition, proposedIds: readonly string[]): CanvasMarks {
  const proposed = new Set(proposedIds);
  const nodeMarks: Record<string, NodeMark> = {};
  const edgeMarks: Record<string, EdgeMark> = {};
  for (const { id, connections } of definition.nodes) {
    nodeMarks[id] = { kind: 'proposal', isProposed: proposed.has(id) };
    for (const { condition, targetNodeId } of connections) {
      const isProposed = proposed.has(id) || proposed.has(targetNodeId);
      const tone = isProposed ? 'proposed' : 'dim';
      edgeMarks[edgeId(id, conditionKey(condition))] = { text: null, width: 2, tone };
    }
  }
  return { nodeMarks, edgeMarks };
}

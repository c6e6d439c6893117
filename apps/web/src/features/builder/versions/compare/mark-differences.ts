import { conditionKey, type FlowDefinition, type FlowDiff } from '@instaflow/flow-model';
import { edgeId } from '../../canvas/derive-canvas';
import type { EdgeMark, NodeMark } from '../../overlay/overlay-store';
import type { CanvasMarks } from '../../overlay/use-marks';

type Change = Extract<NodeMark, { kind: 'diff' }>['change'];
/** What stands on a connection, by what became of it; its own words follow. */
export type EdgeWords = Record<'added' | 'changed' | 'removed', string>;

/** What became of every step and connection of the merged document. Steps that were only moved are the same. */
export function markDifferences(definition: FlowDefinition, diff: FlowDiff, words: EdgeWords): CanvasMarks {
  const added = new Set(diff.added.map(({ nodeId }) => nodeId));
  const removed = new Set(diff.removed.map(({ nodeId }) => nodeId));
  const changed = new Map(diff.changed.map((change) => [change.nodeId, change]));
  const nodeMarks: Record<string, NodeMark> = {};
  const edgeMarks: Record<string, EdgeMark> = {};
  for (const { id, connections } of definition.nodes) {
    const change: Change = added.has(id)
      ? 'added'
      : removed.has(id)
        ? 'removed'
        : changed.has(id)
          ? 'changed'
          : 'same';
    nodeMarks[id] = { kind: 'diff', change };
    const edges = new Map(changed.get(id)?.edges.map((edge) => [edge.key, edge]));
    for (const { condition } of connections) {
      const key = conditionKey(condition);
      edgeMarks[edgeId(id, key)] = markEdge(change, edges.get(key), words);
    }
  }
  return { nodeMarks, edgeMarks };
}

function markEdge(
  ofNode: Change,
  edge: FlowDiff['changed'][number]['edges'][number] | undefined,
  words: EdgeWords,
): EdgeMark {
  if (ofNode === 'added' || ofNode === 'removed') return { text: words[ofNode], width: 2, tone: ofNode };
  if (!edge) return { text: null, width: 2, tone: 'dim' };
  const tone = edge.before === null ? 'added' : edge.after === null ? 'removed' : 'changed';
  return { text: words[tone], width: 2, tone };
}

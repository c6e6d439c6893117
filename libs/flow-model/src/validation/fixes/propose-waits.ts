import { createNode } from '../../kinds/create-node';
import type { FlowFix } from '../../flow-problem';
import type { FlowOperation } from '../../operations/flow-operation';
import type { TimedGraph } from '../timed-graph';
import { isOnlyEdge, toFreeId } from './fix-input';

/** More waits than this would be no repair but another flow. */
const maxWaits = 8;

/**
 * Puts a wait on every edge that closes a circle in a loop. Null when that takes too many, or an edge has a twin that
 * hides it from edits.
 */
export function proposeWaits(
  graph: TimedGraph,
  loop: readonly number[],
  nodeIds: ReadonlySet<string>,
): FlowFix | null {
  const taken = new Set(nodeIds);
  const operations: FlowOperation[] = [];
  for (const { from, edgeIndex } of listClosingEdges(graph, loop)) {
    const node = graph.nodes[from]?.node;
    const edge = node?.connections.filter(({ targetNodeId }) => nodeIds.has(targetNodeId))[edgeIndex];
    if (!node || !edge || !isOnlyEdge(node, edge) || operations.length >= maxWaits) return null;
    const id = toFreeId(taken, 'wait');
    taken.add(id);
    const position = node.position ? { x: node.position.x, y: node.position.y + 200 } : undefined;
    const wait = createNode({ kind: 'wait', id, ...(position ? { position } : {}) });
    operations.push({ op: 'insert_on_edge', nodeId: node.id, condition: edge.condition, node: wait });
  }
  if (operations.length === 0) return null;
  return { key: 'insert_wait', label: 'Put a wait of an hour into the loop', operations };
}

/** Edges that lead back to a node of the current walk: without them the loop is none. */
function listClosingEdges(graph: TimedGraph, loop: readonly number[]): { from: number; edgeIndex: number }[] {
  const inside = new Set(loop);
  const state = new Map<number, 'open' | 'done'>();
  const closing: { from: number; edgeIndex: number }[] = [];
  for (const root of [...loop].sort((a, b) => a - b)) {
    if (state.has(root)) continue;
    state.set(root, 'open');
    const stack = [{ at: root, next: 0 }];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const from = graph.nodes[frame.at];
      const edge = from?.edges[frame.next];
      frame.next += 1;
      if (!from || !edge) {
        state.set(frame.at, 'done');
        stack.pop();
        continue;
      }
      if (edge.isPausing || !inside.has(edge.target)) continue;
      if (state.get(edge.target) === 'open') closing.push({ from: frame.at, edgeIndex: frame.next - 1 });
      if (state.has(edge.target)) continue;
      state.set(edge.target, 'open');
      stack.push({ at: edge.target, next: 0 });
    }
  }
  return closing;
}

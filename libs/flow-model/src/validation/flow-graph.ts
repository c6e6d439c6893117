import type { FlowDefinition, FlowNode } from '../flow-definition';

/** A directed graph by index; `edges[i]` are the targets of node i. */
export type Graph = { size: number; edges: readonly (readonly number[])[] };

/** Indexes of all nodes that can be reached from `from`. */
export function findReachable({ edges }: Graph, from: readonly number[]): Set<number> {
  const reached = new Set(from);
  const queue = [...from];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const target of edges[at] ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  return reached;
}

/** The first node of each id, by id. */
export function indexNodes(definition: FlowDefinition): Map<string, { node: FlowNode; index: number }> {
  const byId = new Map<string, { node: FlowNode; index: number }>();
  definition.nodes.forEach((node, index) => {
    if (!byId.has(node.id)) byId.set(node.id, { node, index });
  });
  return byId;
}

import type { FlowDefinition } from '@instaflow/flow-model';
import { measureNode } from '../card/measure-node';
import { listFlowOrder, listTargets } from '../canvas/list-flow-order';
import type { LayoutGraph } from './layout-graph';

/** The graph of a flow, or of some of its nodes, in flow order: so that branches come out in the order of outlets. */
export function toLayoutGraph(definition: FlowDefinition, onlyIds?: ReadonlySet<string>): LayoutGraph {
  const byId = new Map(definition.nodes.map((node) => [node.id, node]));
  const nodes = listFlowOrder(definition).flatMap((id) => {
    const node = byId.get(id);
    return node && (!onlyIds || onlyIds.has(id)) ? [node] : [];
  });
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    nodes: nodes.map((node) => {
      const { width, height } = measureNode(node);
      return { id: node.id, width, height };
    }),
    edges: nodes.flatMap((node) =>
      listTargets(node)
        .filter((target) => ids.has(target))
        .map((target) => ({ source: node.id, target })),
    ),
  };
}

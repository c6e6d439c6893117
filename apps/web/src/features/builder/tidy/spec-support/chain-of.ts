import type { LayoutGraph } from '../layout-graph';

/** So many nodes, each leading to the next one. */
export function chainOf(count: number): LayoutGraph {
  const nodes = Array.from({ length: count }, (_, index) => ({ id: String(index), width: 280, height: 100 }));
  const edges = nodes.slice(1).map(({ id }, index) => ({ source: String(index), target: id }));
  return { nodes, edges };
}

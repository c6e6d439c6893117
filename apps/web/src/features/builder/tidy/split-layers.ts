import { findLayers } from './find-layers';
import type { LayoutGraph } from './layout-graph';

/** dagre divides an edge at every layer it passes; over more layers than these that costs most of its time. */
const mostPassed = 3;
/** dagre recurses as deep as a graph has layers, and a worker's stack ends at about a thousand. */
const mostLayers = 200;

/**
 * Makes of a flow of hundreds of steps graphs of at most 200 layers each, to be arranged one after the other from left to
 * right, and leaves out the edges that pass more than three layers: then it takes less than a second. No node moves to
 * another layer by it, because each keeps the edge that puts it where it is, or begins a graph. What is lost is the free
 * lane a long connection would have had between the cards.
 */
export function splitLayers(graph: LayoutGraph): LayoutGraph[] {
  const layers = findLayers(graph);
  const layerOf = (id: string) => layers.get(id) ?? 0;
  const blockOf = (id: string) => Math.floor(layerOf(id) / mostLayers);
  const count = 1 + Math.max(0, ...graph.nodes.map(({ id }) => blockOf(id)));
  const blocks: LayoutGraph[] = Array.from({ length: count }, () => ({ nodes: [], edges: [] }));
  for (const node of graph.nodes) blocks[blockOf(node.id)]?.nodes.push(node);
  for (const edge of graph.edges) {
    const { source, target } = edge;
    const isShort = Math.abs(layerOf(target) - layerOf(source)) <= mostPassed;
    if (isShort && blockOf(source) === blockOf(target)) blocks[blockOf(source)]?.edges.push(edge);
  }
  return blocks;
}

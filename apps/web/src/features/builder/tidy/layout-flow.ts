import { Graph, layout, type EdgeConfig, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { Position, Positions } from '../canvas/position';
import type { LayoutGraph } from './layout-graph';

const grid = 16;
const gapBetweenParts = 80;
const simplexLimit = 250;

/**
 * Positions (upper left corners, on the 16 px grid) that make a flow readable from left to right: every connected
 * part by dagre, the parts below one another in the order their first node has in the graph. The same graph always
 * gives the same positions.
 */
export function layoutFlow(graph: LayoutGraph): Positions {
  const positions: Record<string, Position> = {};
  let top = 0;
  for (const part of splitParts(graph)) {
    const placed = layoutPart(part);
    let bottom = top;
    for (const [id, { x, y, height }] of placed) {
      positions[id] = { x: snap(x), y: snap(y + top) };
      bottom = Math.max(bottom, y + top + height);
    }
    top = bottom + gapBetweenParts;
  }
  return positions;
}

type Placed = Map<string, Position & { height: number }>;

function layoutPart(part: LayoutGraph): Placed {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeConfig>();
  // network-simplex gives the shortest edges but takes seconds for 1000 nodes, longest-path a fraction of one.
  const ranker = part.nodes.length <= simplexLimit ? 'network-simplex' : 'longest-path';
  graph.setGraph({ rankdir: 'LR', ranker, nodesep: 48, ranksep: 144, edgesep: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of part.nodes) graph.setNode(id, { width, height });
  for (const { source, target } of part.edges) {
    if (source !== target) graph.setEdge(source, target);
  }
  layout(graph, { constraints: listSiblingOrder(part) });
  const corners = part.nodes.map(({ id, width, height }) => {
    const { x = 0, y = 0 } = graph.node(id);
    return { id, x: x - width / 2, y: y - height / 2, height };
  });
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  return new Map(corners.map(({ id, x, y, height }) => [id, { x: x - left, y: y - top, height }]));
}

/** What follows from one node stands in the order of its outlets, where nothing else leads there. */
function listSiblingOrder({ edges }: LayoutGraph): { left: string; right: string }[] {
  const parents = new Map<string, Set<string>>();
  const children = new Map<string, string[]>();
  for (const { source, target } of edges) {
    parents.set(target, (parents.get(target) ?? new Set()).add(source));
    children.set(source, [...(children.get(source) ?? []), target]);
  }
  return [...children.values()].flatMap((targets) => {
    const own = [...new Set(targets)].filter((target) => parents.get(target)?.size === 1);
    return own.slice(1).map((right, index) => ({ left: own[index] ?? right, right }));
  });
}

/** The connected parts of a graph, each with its own edges. */
function splitParts({ nodes, edges }: LayoutGraph): LayoutGraph[] {
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { source, target } of edges) {
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }
  const partOf = new Map<string, number>();
  let parts = 0;
  for (const { id: rootId } of nodes) {
    if (partOf.has(rootId)) continue;
    const stack = [rootId];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (partOf.has(id)) continue;
      partOf.set(id, parts);
      stack.push(...(neighbours.get(id) ?? []));
    }
    parts += 1;
  }
  return Array.from({ length: parts }, (_, part) => ({
    nodes: nodes.filter(({ id }) => partOf.get(id) === part),
    edges: edges.filter(({ source, target }) => partOf.get(source) === part && partOf.has(target)),
  }));
}

function snap(value: number): number {
  return Math.round(value / grid) * grid;
}

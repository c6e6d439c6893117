import { Graph, layout, type EdgeConfig, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { Position, Positions } from '../canvas/position';
import type { LayoutGraph } from './layout-graph';
import { splitLayers } from './split-layers';

const grid = 16;
const gapBetweenParts = 80;
/** Larger parts are arranged with less care. */
const carefulLimit = 150;

/**
 * dagre makes every edge twice as long, to have room for a label in its middle. Our edges have no labels: half as
 * long makes it one layer. That is half of the layers, a vertex less for each edge, and a third of the time.
 */
const edgeOfOneLayer: EdgeConfig = { minlen: 0.5 };
const gapBetweenLayers = 144;
/** dagre halves this one likewise. */
const ranksep = 2 * gapBetweenLayers;

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

type Placed = Map<string, Position & { width: number; height: number }>;

function layoutPart(part: LayoutGraph): Placed {
  const siblings = listSiblingOrder(part);
  // network-simplex gives the shortest edges but takes many seconds for 1000 nodes, tight-tree a fraction of one.
  if (part.nodes.length <= carefulLimit) return arrange(part, { ranker: 'network-simplex', siblings });
  const placed: Placed = new Map();
  let left = 0;
  for (const block of splitLayers(part)) {
    let right = left;
    for (const [id, box] of arrange(block, { ranker: 'tight-tree', siblings })) {
      placed.set(id, { ...box, x: box.x + left });
      right = Math.max(right, box.x + left + box.width);
    }
    left = right + gapBetweenLayers;
  }
  return placed;
}

/** By dagre, from the upper left corner on. */
function arrange(
  part: LayoutGraph,
  { ranker, siblings }: { ranker: GraphLabel['ranker']; siblings: { left: string; right: string }[] },
): Placed {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeConfig>();
  graph.setGraph({ rankdir: 'LR', ranker, nodesep: 48, ranksep, edgesep: 24 });
  graph.setDefaultEdgeLabel(() => ({ ...edgeOfOneLayer }));
  for (const { id, width, height } of part.nodes) graph.setNode(id, { width, height });
  for (const { source, target } of part.edges) {
    if (source !== target) graph.setEdge(source, target);
  }
  layout(graph, {
    customOrder: (layers, order) => {
      // Each is looked at for every layer, so only those that can hold are given.
      const constraints = siblings.filter(
        ({ left, right }) =>
          layers.hasNode(left) && layers.hasNode(right) && layers.node(left).rank === layers.node(right).rank,
      );
      // What dagre does after this step counts on points of every edge, but only edges that it divided have some.
      for (const edge of layers.edges()) layers.edge(edge).points ??= [{ x: 0, y: 0 }];
      order(layers, { constraints });
    },
  });
  const corners = part.nodes.map(({ id, width, height }) => {
    const { x = 0, y = 0 } = graph.node(id);
    return { id, x: x - width / 2, y: y - height / 2, width, height };
  });
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  return new Map(corners.map(({ id, x, y, ...size }) => [id, { x: x - left, y: y - top, ...size }]));
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

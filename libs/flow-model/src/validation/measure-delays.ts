import { findStrongComponents } from './strong-components';
import { listTimedEdges, type TimedEdge, type TimedGraph } from './timed-graph';

/** A node at which a stretch without an answer begins, and what has already passed of it there. */
export type Opening = { node: number; sum: number };

/** The edges without an answer, and the groups of nodes that reach each other over them; targets before sources. */
export type Silence = { edges: TimedEdge[][]; components: number[][]; componentOf: Int32Array };

/** Prepares a graph for `measureSilence`, which can then weigh it several times. */
export function prepareSilence(graph: TimedGraph, { withJumps = true } = {}): Silence {
  const edges = graph.nodes.map((_node, index) =>
    listTimedEdges(graph, index, { withJumps }).filter((edge) => !edge.isAnswered),
  );
  const components = findStrongComponents({
    size: edges.length,
    edges: edges.map((own) => own.map(({ target }) => target)),
  });
  const componentOf = new Int32Array(edges.length);
  components.forEach((component, index) => {
    for (const node of component) componentOf[node] = index;
  });
  return { edges, components, componentOf };
}

/**
 * The largest sum of weights from an opening to each node over edges without an answer, capped; -1 where no such way
 * leads. Linear: nodes that reach each other count as one step, and a weight inside such a group adds up to the cap
 * at once.
 */
export function measureSilence(
  { edges, components, componentOf }: Silence,
  { openings, weigh, cap }: { openings: readonly Opening[]; weigh: (edge: TimedEdge) => number; cap: number },
): Int32Array {
  const sums = new Int32Array(components.length).fill(-1);
  const raise = (component: number, sum: number): void => {
    sums[component] = Math.max(sums[component] ?? -1, Math.min(cap, sum));
  };
  const spread = (index: number): void => {
    const inner: TimedEdge[] = [];
    const leaving: TimedEdge[] = [];
    for (const node of components[index] ?? []) {
      for (const edge of edges[node] ?? []) (componentOf[edge.target] === index ? inner : leaving).push(edge);
    }
    if (inner.some((edge) => weigh(edge) > 0)) sums[index] = cap;
    for (const edge of leaving) raise(componentOf[edge.target] ?? 0, (sums[index] ?? 0) + weigh(edge));
  };
  for (const { node, sum } of openings) raise(componentOf[node] ?? 0, sum);
  for (let index = components.length - 1; index >= 0; index -= 1) {
    if ((sums[index] ?? -1) >= 0) spread(index);
  }
  return componentOf.map((component) => sums[component] ?? -1);
}

/** All nodes a run may come to from `from`. */
export function findReached(
  graph: TimedGraph,
  from: readonly number[],
  {
    withJumps = true,
    isTaken = () => true,
  }: { withJumps?: boolean; isTaken?: (edge: TimedEdge) => boolean } = {},
): Set<number> {
  const reached = new Set(from);
  const queue = [...from];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const edge of listTimedEdges(graph, at, { withJumps })) {
      if (!isTaken(edge) || reached.has(edge.target)) continue;
      reached.add(edge.target);
      queue.push(edge.target);
    }
  }
  return reached;
}

/** Where answered edges of these nodes lead. */
export function listAnswered(
  graph: TimedGraph,
  nodes: Iterable<number>,
  { withJumps = true } = {},
): Opening[] {
  return [...nodes].flatMap((index) =>
    listTimedEdges(graph, index, { withJumps })
      .filter((edge) => edge.isAnswered)
      .map(({ target, delayMs }) => ({ node: target, sum: delayMs })),
  );
}

import type { FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { isDisabled } from '../kinds/is-disabled';
import { proposeWaits } from './fixes/propose-waits';
import { createReport } from './node-report';
import { findStrongComponents } from './strong-components';
import { listTimedEdges, type TimedGraph } from './timed-graph';

/** So many loops get a repair; it takes a walk through the loop. */
const maxRepairs = 20;

/**
 * Loops in which nothing waits, also through other flows: they would send without end. One finding per loop, at its
 * first node in this flow.
 */
export function checkLoops(graph: TimedGraph, problems: FlowProblem[], { nodes }: FlowDefinition): void {
  const nodeIds = new Set(nodes.map(({ id }) => id));
  // What is switched off is not in the graph as it is drawn, so an edit of its connections cannot be told from it.
  const disabled = new Set(nodes.flatMap((node, index) => (isDisabled(node) ? [index] : [])));
  const edges = graph.nodes.map((_node, index) =>
    listTimedEdges(graph, index).flatMap(({ target, isPausing }) => (isPausing ? [] : [target])),
  );
  let repairs = 0;
  for (const loop of findStrongComponents({ size: edges.length, edges })) {
    const own = loop.filter((index) => graph.nodes[index]?.isOwn);
    const first = own.reduce((least, index) => Math.min(least, index), Number.POSITIVE_INFINITY);
    const node = graph.nodes[first]?.node;
    if (!node || (loop.length === 1 && !edges[first]?.includes(first))) continue;
    const isDrawn = own.length === loop.length && !loop.some((index) => disabled.has(index));
    const canRepair = isDrawn && (repairs += 1) <= maxRepairs;
    createReport(problems, node.id).error(
      'loop_without_wait',
      'connections',
      `Put a wait or a question into this loop of ${loop.length} ${loop.length > 1 ? 'nodes' : 'node'}: it would send without end.`,
      canRepair ? proposeWaits(graph, own, nodeIds) : null,
    );
  }
}

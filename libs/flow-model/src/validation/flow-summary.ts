import { isKind } from '../flow-definition';
import { delayOf } from './delay-of';
import { findExits } from './flow-exits';
import { instagramLimits } from './instagram-limits';
import { findReached, listAnswered, measureSilence, prepareSilence } from './measure-delays';
import { sendsMessage } from './sends-message';
import {
  unknownFlow,
  type FlowSummary,
  type TimedEdge,
  type TimedFlow,
  type TimedGraph,
} from './timed-graph';

const nothing: FlowSummary = { ...unknownFlow, silentMs: -1, isUnpaused: false };

/** Flows that go to each other in a circle grow by a wait per round; a day of hours is reached by then. */
const maxRounds = 30;

/** Summaries of all flows of a graph, callees before callers; repeated while flows in a circle still change. */
export function summarizeFlows(graph: TimedGraph): FlowSummary[] {
  graph.summaries = graph.flows.map(() => nothing);
  const called = new Set(graph.nodes.map(({ calls }) => calls));
  const isSettled = graph.flows.map((_flow, at) => !called.has(at));
  for (let round = 0; round < maxRounds; round += 1) {
    let hasChanged = false;
    for (let at = graph.flows.length - 1; at >= 0; at -= 1) {
      const flow = graph.flows[at];
      if (!flow || isSettled[at]) continue;
      const next = summarize(graph, flow);
      hasChanged ||= JSON.stringify(next) !== JSON.stringify(graph.summaries[at]);
      graph.summaries[at] = next;
      isSettled[at] = !callsOthers(graph, flow);
    }
    if (!hasChanged) break;
  }
  return graph.summaries;
}

function callsOthers(graph: TimedGraph, { first, size }: TimedFlow): boolean {
  return graph.nodes.slice(first, first + size).some(({ calls }) => calls !== null);
}

function summarize(graph: TimedGraph, { first, size, start }: TimedFlow): FlowSummary {
  if (start === null) return nothing;
  const own = cut(graph, first, size);
  const entry = [{ node: start - first, sum: 0 }];
  const way = { withJumps: false };
  const cap = instagramLimits.windowMs;
  const reached = findReached(own, [start - first], way);
  const openings = listAnswered(own, reached, way);
  const byTime = { openings: entry, weigh: ({ delayMs }: TimedEdge) => delayMs, cap };
  const silence = prepareSilence(own, way);
  const silent = measureSilence(silence, byTime);
  const answered = measureSilence(silence, { ...byTime, openings });
  const sent = measureSilence(silence, {
    openings: entry,
    weigh: ({ isSending }) => (isSending ? 1 : 0),
    cap: 1,
  });
  const unpaused = findReached(own, [start - first], { ...way, isTaken: (edge) => !edge.isPausing });
  const summary = { ...nothing };
  for (const index of reached) {
    const after = (sums: Int32Array, extra: number): number =>
      (sums[index] ?? -1) < 0 || extra < 0 ? -1 : Math.min(cap, (sums[index] ?? 0) + extra);
    const exit = exitOf(own, index);
    summary.silentMs = Math.max(summary.silentMs, after(silent, exit.silentMs));
    summary.answeredMs = Math.max(summary.answeredMs, after(answered, exit.silentMs), exit.answeredMs);
    summary.messageMs = Math.max(summary.messageMs, after(silent, exit.messageMs));
    const isEnd = exit.silentMs >= 0;
    summary.isUnpaused ||= isEnd && exit.isUnpaused && unpaused.has(index);
    summary.isSilentlySending ||=
      isEnd && (sent[index] ?? -1) >= 0 && (sent[index] === 1 || exit.isSilentlySending);
  }
  return summary;
}

/** One node as a flow of its own: how a run may end there. */
function exitOf(graph: TimedGraph, index: number): FlowSummary {
  const at = graph.nodes[index];
  if (!at) return nothing;
  const { node } = at;
  if (isKind(node, 'go_to_flow')) {
    const called = at.calls === null ? unknownFlow : (graph.summaries[at.calls] ?? nothing);
    return findExits(node).isSilent ? called : { ...nothing, messageMs: called.messageMs };
  }
  const { isSilent, isAnswered } = findExits(node);
  const isPrepared = node.connections.some(({ condition }) => condition?.type === 'outside_window');
  return {
    silentMs: isSilent ? delayOf(node, null) : -1,
    answeredMs: isAnswered ? 0 : -1,
    messageMs: sendsMessage(node) && !isPrepared ? 0 : -1,
    isUnpaused: isSilent && !isKind(node, 'wait'),
    isSilentlySending: sendsMessage(node),
  };
}

/** The part of the graph that is one flow, with its nodes counted from zero. */
function cut(graph: TimedGraph, first: number, size: number): TimedGraph {
  const nodes = graph.nodes.slice(first, first + size).map((node) => ({
    ...node,
    edges: node.edges.map((edge) => ({ ...edge, target: edge.target - first })),
  }));
  return { nodes, flows: graph.flows, summaries: graph.summaries };
}

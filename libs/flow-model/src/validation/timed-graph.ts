import { isKind, type FlowNode } from '../flow-definition';

export type TimedEdge = {
  target: number;
  /** How long the run may stand still on this edge (since the last answer on it); capped at the window. */
  delayMs: number;
  /** The person wrote on the way, which opens the window anew. */
  isAnswered: boolean;
  /** The run stands still on every way along this edge. */
  isPausing: boolean;
  /** A message is sent on the way. */
  isSending: boolean;
};

/** One flow of the graph; its nodes are `first` … `first + size - 1`. */
export type TimedFlow = { id: string | null; first: number; size: number; start: number | null };

export type TimedNode = {
  node: FlowNode;
  isOwn: boolean;
  /** Inside the flow; what a `go_to_flow` calls comes from `calls`. */
  edges: TimedEdge[];
  /** Place in `flows` of the flow a `go_to_flow` leads to; null when that flow is not known. */
  calls: number | null;
};

/** The flow being checked (first in `flows`) and all flows it goes to. */
export type TimedGraph = { nodes: TimedNode[]; flows: TimedFlow[]; summaries: FlowSummary[] };

/** What a caller has to know of a flow; -1 where no such way exists. */
export type FlowSummary = {
  /** The longest way from its start to its end on which the person says nothing. */
  silentMs: number;
  /** On ways with an answer: the longest time from the last one to the end. */
  answeredMs: number;
  /** The longest time from its start to one of its messages without an answer, those prepared for it left out. */
  messageMs: number;
  /** There is a way to its end on which the run never stands still. */
  isUnpaused: boolean;
  /** There is a way to its end without an answer on which it sends something. */
  isSilentlySending: boolean;
};

/** A flow nobody can show us: taken for one that passes at once. */
export const unknownFlow: FlowSummary = {
  silentMs: 0,
  answeredMs: -1,
  messageMs: -1,
  isUnpaused: true,
  isSilentlySending: false,
};

/**
 * Where a run may go from a node: its edges, for a `go_to_flow` the start of that flow (when `withJumps`), and its
 * edges again as seen from behind that flow.
 */
export function listTimedEdges(graph: TimedGraph, index: number, { withJumps = true } = {}): TimedEdge[] {
  const from = graph.nodes[index];
  if (!from) return [];
  if (!isKind(from.node, 'go_to_flow')) return from.edges;
  const summary = from.calls === null ? unknownFlow : graph.summaries[from.calls];
  const start = from.calls === null ? null : (graph.flows[from.calls]?.start ?? null);
  const jump = { delayMs: 0, isAnswered: false, isPausing: false, isSending: false };
  return [
    ...(withJumps && start !== null ? [{ ...jump, target: start }] : []),
    ...from.edges.flatMap(({ target }) => listReturns(summary, target)),
  ];
}

function listReturns(summary: FlowSummary | undefined, target: number): TimedEdge[] {
  if (!summary) return [];
  const { silentMs, answeredMs, isUnpaused, isSilentlySending } = summary;
  const silent = { isAnswered: false, isPausing: !isUnpaused, isSending: isSilentlySending };
  return [
    ...(silentMs >= 0 ? [{ ...silent, target, delayMs: silentMs }] : []),
    ...(answeredMs >= 0
      ? [{ target, delayMs: answeredMs, isAnswered: true, isPausing: true, isSending: false }]
      : []),
  ];
}

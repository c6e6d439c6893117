import type { Connection } from '../connection-condition';
import { isKind, type FlowDefinition, type FlowNode } from '../flow-definition';
import { flowLimits } from '../parse/limits';
import { indexNodes } from './flow-graph';
import { instagramLimits } from './instagram-limits';
import { isAnswered } from './pauses';
import type { ValidationContext } from './validation-context';

export type TimedEdge = {
  target: number;
  /** How long the run may stand still on this edge; capped at the window. */
  delayMs: number;
  /** The person wrote on the way, which opens the window anew. */
  isAnswered: boolean;
};

/** The flow and the flows it goes to as one graph; `isOwn` tells the nodes of the flow being checked. */
export type TimedGraph = {
  nodes: { node: FlowNode; isOwn: boolean; edges: TimedEdge[] }[];
  start: number | null;
};

/** Builds the graph for time checks, through `go_to_flow` and back. Bounded by the largest flow allowed. */
export function buildTimedGraph(
  definition: FlowDefinition,
  { flowId, findFlow }: ValidationContext,
): TimedGraph {
  const graph: TimedGraph = { nodes: [], start: null };
  const flows = new Map<string, { first: number; definition: FlowDefinition }>();
  const pending: { caller: number; flowId: string }[] = [];

  const add = (flow: FlowDefinition, isOwn: boolean): number => {
    const first = graph.nodes.length;
    const byId = indexNodes(flow);
    for (const node of flow.nodes) {
      if (isKind(node, 'go_to_flow') && node.flowId) {
        pending.push({ caller: graph.nodes.length, flowId: node.flowId });
      }
      const edges = node.connections.flatMap((connection): TimedEdge[] => {
        const target = byId.get(connection.targetNodeId);
        return target ? [{ target: first + target.index, ...timeOf(node, connection) }] : [];
      });
      graph.nodes.push({ node, isOwn, edges });
    }
    return first;
  };

  const first = add(definition, true);
  if (flowId !== undefined) flows.set(flowId, { first, definition });
  graph.start = indexNodes(definition).get(definition.startNodeId)?.index ?? null;
  for (let call = pending.shift(); call; call = pending.shift()) {
    const called = flows.get(call.flowId) ?? loadFlow(call.flowId);
    if (called) joinCall(graph, call.caller, called);
  }
  return graph;

  function loadFlow(id: string): { first: number; definition: FlowDefinition } | null {
    const found = findFlow?.(id);
    if (!found || graph.nodes.length + found.nodes.length > 2 * flowLimits.nodes) return null;
    const loaded = { first: add(found, false), definition: found };
    flows.set(id, loaded);
    return loaded;
  }
}

function joinCall(
  graph: TimedGraph,
  caller: number,
  { first, definition }: { first: number; definition: FlowDefinition },
): void {
  const from = graph.nodes[caller];
  const startAt = indexNodes(definition).get(definition.startNodeId)?.index;
  if (!from || startAt === undefined) return;
  const back = from.edges;
  from.edges = [{ target: first + startAt, delayMs: 0, isAnswered: false }];
  for (let at = first; at < first + definition.nodes.length; at += 1) {
    const node = graph.nodes[at];
    if (node && node.edges.length === 0 && !isKind(node.node, 'human_takeover')) node.edges.push(...back);
  }
}

function timeOf(node: FlowNode, connection: Connection): { delayMs: number; isAnswered: boolean } {
  return {
    delayMs: Math.min(delayOf(node, connection), instagramLimits.windowMs),
    isAnswered: isAnswered(node, connection),
  };
}

function delayOf(node: FlowNode, { condition }: Connection): number {
  if (isKind(node, 'wait')) {
    return node.until ? delayUntil(node.until) : Math.max(0, node.durationSeconds ?? 0) * 1000;
  }
  if (condition?.type !== 'timeout') return 0;
  const hasTimeout = isKind(node, 'message') || isKind(node, 'carousel') || isKind(node, 'get_input');
  return (hasTimeout ? (node.timeoutSeconds ?? 86_400) : 0) * 1000;
}

/** A window on every day of the week is less than a day away; everything else may be far off. */
function delayUntil({ weekdays }: { weekdays?: number[] | null | undefined }): number {
  return weekdays && new Set(weekdays).size === 7 ? instagramLimits.windowMs - 1 : instagramLimits.windowMs;
}

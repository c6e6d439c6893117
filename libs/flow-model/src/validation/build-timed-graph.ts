import type { Connection } from '../connection-condition';
import { isKind, type FlowDefinition, type FlowNode } from '../flow-definition';
import { delayOf } from './delay-of';
import { indexNodes } from './flow-graph';
import { summarizeFlows } from './flow-summary';
import { isAnswered, pausesOn } from './pauses';
import { sendsMessage } from './sends-message';
import type { TimedEdge, TimedGraph } from './timed-graph';
import type { ValidationContext } from './validation-context';

/** More than this many nodes of called flows are not looked at. */
export const maxGraphNodes = 10_000;

/** Builds the graph for time checks, through every `go_to_flow`. Each flow is in it once, however often it is called. */
export function buildTimedGraph(definition: FlowDefinition, context: ValidationContext): TimedGraph {
  const { flowId = null, findFlow } = context;
  const graph: TimedGraph = { nodes: [], flows: [], summaries: [] };
  const places = new Map<string, number | null>();
  addFlow(graph, flowId, definition);
  if (flowId !== null) places.set(flowId, 0);
  // The list grows while it is walked: called flows call others.
  for (let at = 0; at < graph.nodes.length; at += 1) {
    const caller = graph.nodes[at];
    if (!caller || !isKind(caller.node, 'go_to_flow') || !caller.node.flowId) continue;
    const called = caller.node.flowId;
    if (!places.has(called)) places.set(called, addCalled(graph, called, findFlow));
    caller.calls = places.get(called) ?? null;
  }
  graph.summaries = summarizeFlows(graph);
  return graph;
}

function addCalled(graph: TimedGraph, id: string, findFlow: ValidationContext['findFlow']): number | null {
  const found = findFlow?.(id);
  if (!found || graph.nodes.length + found.nodes.length > maxGraphNodes) return null;
  addFlow(graph, id, found);
  return graph.flows.length - 1;
}

function addFlow(graph: TimedGraph, id: string | null, definition: FlowDefinition): void {
  const first = graph.nodes.length;
  const byId = indexNodes(definition);
  const start = byId.get(definition.startNodeId);
  const isOwn = graph.flows.length === 0;
  graph.flows.push({
    id,
    first,
    size: definition.nodes.length,
    start: start ? first + start.index : null,
  });
  for (const node of definition.nodes) {
    const edges = node.connections.flatMap((connection): TimedEdge[] => {
      const target = byId.get(connection.targetNodeId);
      return target ? [{ target: first + target.index, ...describeEdge(node, connection) }] : [];
    });
    graph.nodes.push({ node, isOwn, edges, calls: null });
  }
}

function describeEdge(node: FlowNode, connection: Connection): Omit<TimedEdge, 'target'> {
  const answered = isAnswered(node, connection);
  return {
    delayMs: answered ? 0 : delayOf(node, connection.condition),
    isAnswered: answered,
    isPausing: pausesOn(node, connection),
    isSending: sendsMessage(node),
  };
}

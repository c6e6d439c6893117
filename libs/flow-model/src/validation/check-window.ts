import { isKind, type FlowDefinition, type FlowNode } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { instagramLimits } from './instagram-limits';
import { createReport } from './node-report';
import { findStrongComponents } from './strong-components';
import { buildTimedGraph, type TimedGraph } from './timed-graph';
import type { ValidationContext } from './validation-context';

const commentTriggers = ['comment_keyword', 'live_comment'];

/** Messages that may come more than 24 hours after the person wrote, or before they answered a private reply. */
export function checkWindow(
  definition: FlowDefinition,
  problems: FlowProblem[],
  context: ValidationContext,
): void {
  const graph = buildTimedGraph(definition, context);
  if (graph.start === null) return;
  const late = measureFromLastAnswer(graph, (edge) => edge.delayMs, instagramLimits.windowMs);
  graph.nodes.forEach(({ node, isOwn }, index) => {
    if (!isOwn || !sends(node) || (late[index] ?? -1) < instagramLimits.windowMs) return;
    if (node.connections.some(({ condition }) => condition?.type === 'outside_window')) return;
    createReport(problems, node.id).warn(
      'outside_window',
      '',
      'Ask something before this message, shorten the waits, or connect “Outside 24 hours”: it may come more than 24 hours after the person wrote.',
    );
  });
  if (commentTriggers.some((type) => context.triggerTypes?.has(type))) checkPrivateReply(graph, problems);
}

function checkPrivateReply(graph: TimedGraph, problems: FlowProblem[]): void {
  const sent = measureFromLastAnswer(graph, (_edge, from) => (sends(from) ? 1 : 0), 1);
  const afterAnswer = measureAfterAnswer(graph);
  graph.nodes.forEach(({ node, isOwn }, index) => {
    if (!isOwn || !sends(node) || afterAnswer.has(index) || (sent[index] ?? -1) < 1) return;
    createReport(problems, node.id).warn(
      'message_before_answer',
      '',
      'Ask something in the message before this one: after a comment Instagram allows one message until the person answers.',
    );
  });
}

function sends(node: FlowNode): boolean {
  if (isKind(node, 'human_takeover')) return Boolean(node.messageToContact);
  return isKind(node, 'message') || isKind(node, 'carousel') || isKind(node, 'get_input');
}

type Weigh = (edge: TimedGraph['nodes'][number]['edges'][number], from: FlowNode) => number;

/**
 * The largest sum of weights from the start or the last answer to each node, capped; -1 where nobody gets. Linear:
 * groups of nodes that reach each other without an answer are one step, and a weight inside such a group adds up
 * to the cap at once.
 */
function measureFromLastAnswer(graph: TimedGraph, weigh: Weigh, cap: number): number[] {
  const reached = reach(graph);
  const silent = graph.nodes.map(({ edges }) => edges.filter((edge) => !edge.isAnswered));
  const components = findStrongComponents({
    size: graph.nodes.length,
    edges: silent.map((edges) => edges.map(({ target }) => target)),
  });
  const componentOf: number[] = [];
  components.forEach((component, index) => component.forEach((node) => (componentOf[node] = index)));
  const sums = new Array<number>(components.length).fill(-1);
  for (const index of listOpenings(graph, reached)) sums[componentOf[index] ?? 0] = 0;
  for (let index = components.length - 1; index >= 0; index -= 1) {
    const base = sums[index] ?? -1;
    if (base < 0) continue;
    const inner =
      components[index]?.flatMap((node) => (silent[node] ?? []).map((edge) => ({ node, edge }))) ?? [];
    const weighed = inner.flatMap(({ node, edge }) => {
      const from = graph.nodes[node]?.node;
      return from ? [{ to: componentOf[edge.target] ?? 0, weight: weigh(edge, from) }] : [];
    });
    const isGrowing = weighed.some(({ to, weight }) => to === index && weight > 0);
    const sum = isGrowing ? cap : base;
    sums[index] = sum;
    for (const { to, weight } of weighed) {
      if (to !== index) sums[to] = Math.max(sums[to] ?? -1, Math.min(cap, sum + weight));
    }
  }
  return graph.nodes.map((_node, index) => sums[componentOf[index] ?? 0] ?? -1);
}

/** Nodes at which a stretch without an answer begins: the start, and where answered edges lead. */
function listOpenings(graph: TimedGraph, reached: ReadonlySet<number>): number[] {
  const answered = [...reached].flatMap((index) =>
    (graph.nodes[index]?.edges ?? []).filter((edge) => edge.isAnswered).map(({ target }) => target),
  );
  return graph.start === null ? answered : [graph.start, ...answered];
}

function reach(graph: TimedGraph, from = graph.start === null ? [] : [graph.start]): Set<number> {
  const reached = new Set(from);
  const queue = [...from];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { target } of graph.nodes[at]?.edges ?? []) {
      if (!reached.has(target)) queue.push(target);
      reached.add(target);
    }
  }
  return reached;
}

function measureAfterAnswer(graph: TimedGraph): Set<number> {
  const answered = [...reach(graph)].flatMap((index) =>
    (graph.nodes[index]?.edges ?? []).filter((edge) => edge.isAnswered).map(({ target }) => target),
  );
  return reach(graph, answered);
}

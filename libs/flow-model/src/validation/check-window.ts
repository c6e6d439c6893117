import { isKind, type FlowNode } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { instagramLimits } from './instagram-limits';
import { findReached, listAnswered, measureSilence, prepareSilence, type Silence } from './measure-delays';
import { createReport } from './node-report';
import { sendsMessage } from './sends-message';
import type { TimedGraph, TimedNode } from './timed-graph';
import type { ValidationContext } from './validation-context';

const commentTriggers = ['comment_keyword', 'live_comment'];

/** Messages that may come more than 24 hours after the person wrote, or before they answered a private reply. */
export function checkWindow(
  graph: TimedGraph,
  problems: FlowProblem[],
  { triggerTypes }: Pick<ValidationContext, 'triggerTypes'>,
): void {
  const start = graph.flows[0]?.start ?? null;
  if (start === null) return;
  const reached = findReached(graph, [start]);
  const openings = [{ node: start, sum: 0 }, ...listAnswered(graph, reached)];
  const cap = instagramLimits.windowMs;
  const silence = prepareSilence(graph);
  const late = measureSilence(silence, { openings, weigh: ({ delayMs }) => delayMs, cap });
  graph.nodes.forEach((at, index) => {
    const sum = late[index] ?? -1;
    if (!at.isOwn || sum < 0) return;
    if (isKind(at.node, 'go_to_flow')) checkCall(graph, at, sum, problems);
    else if (sum >= cap) checkLateNode(at.node, problems);
  });
  if (commentTriggers.some((type) => triggerTypes?.has(type)))
    checkPrivateReply(graph, silence, start, problems);
}

function checkLateNode(node: FlowNode, problems: FlowProblem[]): void {
  const isPrepared = node.connections.some(({ condition }) => condition?.type === 'outside_window');
  if (isPrepared || !sendsMessage(node)) return;
  createReport(problems, node.id).warn(
    'outside_window',
    '',
    'Ask something before this message, shorten the waits, or connect “Outside 24 hours”: it may come more than 24 hours after the person wrote.',
  );
}

/** A flow whose own messages come in time, but not after what has passed before it. */
function checkCall(
  graph: TimedGraph,
  { node, calls }: TimedNode,
  sum: number,
  problems: FlowProblem[],
): void {
  const cap = instagramLimits.windowMs;
  const insideMs = calls === null ? -1 : (graph.summaries[calls]?.messageMs ?? -1);
  if (insideMs < 0 || insideMs >= cap || sum + insideMs < cap) return;
  createReport(problems, node.id).warn(
    'late_in_other_flow',
    'flowId',
    'Ask something before this step or shorten the waits: a message of the flow it goes to may come more than 24 hours after the person wrote.',
  );
}

function checkPrivateReply(
  graph: TimedGraph,
  silence: Silence,
  start: number,
  problems: FlowProblem[],
): void {
  const answered = listAnswered(graph, findReached(graph, [start]));
  const sent = measureSilence(silence, {
    openings: [{ node: start, sum: 0 }],
    weigh: ({ isSending }) => (isSending ? 1 : 0),
    cap: 1,
  });
  const afterAnswer = findReached(
    graph,
    answered.map(({ node }) => node),
  );
  graph.nodes.forEach(({ node, isOwn }, index) => {
    if (!isOwn || !sendsMessage(node) || afterAnswer.has(index) || (sent[index] ?? -1) < 1) return;
    createReport(problems, node.id).warn(
      'message_before_answer',
      '',
      'Ask something in the message before this one: after a comment Instagram allows one message until the person answers.',
    );
  });
}

import { waitsForAnswer, type FlowNode } from '@instaflow/flow-model';
import type { OutgoingMessage } from '../effect';
import { pickConnection, pickSpecific } from '../rules/pick-connection';
import type { EffectDraft, StepContext, StepResult } from '../run/step';
import { timeOutAt } from './time-out-at';

type SendingNode = FlowNode & { timeoutSeconds?: number | null | undefined };
type Sending = Omit<StepContext, 'node'>;

/** Sends what a message node says, then waits for the person or goes on, as its connections ask. */
export function sendAndWait(node: SendingNode, messages: OutgoingMessage[], context: Sending): StepResult {
  if (messages.length === 0) {
    return waitsForAnswer(node)
      ? { outcome: 'failed', reason: 'empty_message' }
      : { outcome: 'advanced', signal: { kind: 'next' }, reason: 'empty_message' };
  }
  const effects = draftMessages(node, messages);
  if (wantsOutcome(node)) return { outcome: 'waiting', waitingFor: { kind: 'sent' }, effects };
  return { ...afterSending(node, context), effects };
}

/** What a message node does with an answer, a time-out or the outcome of its sending. */
export function resumeSending(node: SendingNode, context: Sending): StepResult {
  const { input, scope } = context;
  switch (input.kind) {
    case 'reply': {
      const { payload, texts } = input.reply;
      if (payload !== null) return { outcome: 'advanced', signal: { kind: 'tap', payload } };
      return { outcome: 'advanced', signal: { kind: 'text', texts } };
    }
    case 'timer':
      return { outcome: 'advanced', signal: { kind: 'timeout' }, reason: 'no_reply' };
    case 'effect_result': {
      const { outcome, reason } = input.result;
      if (outcome === 'sent') return afterSending(node, context);
      const signal =
        outcome === 'outside_window' ? { kind: 'outside_window' as const } : { kind: 'error' as const };
      const fallback = outcome === 'outside_window' ? 'outside_messaging_window' : 'send_failed';
      if (!pickSpecific(node, signal, scope)) return { outcome: 'failed', reason: reason ?? fallback };
      return { outcome: 'advanced', signal, reason: reason ?? fallback };
    }
    case 'enter':
      return afterSending(node, context);
  }
}

/** Drafts of messages of a node; the last one reports its outcome when an edge of the node asks for it. */
export function draftMessages(node: FlowNode, messages: OutgoingMessage[]): EffectDraft[] {
  return messages.map((message, index) => ({
    kind: 'send_message',
    message,
    reportsOutcome: wantsOutcome(node) && index === messages.length - 1,
  }));
}

/** Whether the run stands still until it is known what became of the node's message. */
export function wantsOutcome(node: FlowNode): boolean {
  return node.connections.some(
    ({ condition }) => condition?.type === 'outside_window' || condition?.type === 'error',
  );
}

function afterSending(node: SendingNode, { now, scope }: Sending): StepResult {
  if (!waitsForAnswer(node)) return { outcome: 'advanced', signal: { kind: 'next' } };
  const hasTimeout = pickConnection(node, { kind: 'timeout' }, scope) !== null;
  const timeoutAt = hasTimeout ? timeOutAt(now, node.timeoutSeconds) : null;
  return {
    outcome: 'waiting',
    waitingFor: { kind: 'input', nodeId: node.id, expects: 'reply', attempt: 0, timeoutAt },
  };
}

import type { NodeOf } from '@instaflow/flow-model';
import { checkAnswer, choicePayload } from '../answers/check-answer';
import type { OutgoingMessage } from '../effect';
import { pickSpecific } from '../rules/pick-connection';
import type { StepContext, StepResult } from '../run/step';
import { buildMessages } from './build-messages';
import { withFilledTemplates } from './fill';
import { forKind } from './for-kind';
import { saveValue } from './save-value';
import { draftMessages, wantsOutcome } from './send-and-wait';
import { timeOutAt } from './time-out-at';

type AskContext = Omit<StepContext, 'node'> & { node: NodeOf<'get_input'> };

export const executeGetInput = forKind('get_input', (context) => {
  const { node, input, scope } = context;
  switch (input.kind) {
    case 'enter':
      return ask(context, node.prompt, 0);
    case 'timer':
      return { outcome: 'advanced', signal: { kind: 'timeout' }, reason: 'no_reply' };
    case 'reply':
      return takeAnswer(context, input.reply);
    case 'effect_result': {
      const { outcome, reason } = input.result;
      if (outcome === 'sent') return { outcome: 'waiting', waitingFor: waitForAnswer(context, 0) };
      const signal =
        outcome === 'outside_window' ? { kind: 'outside_window' as const } : { kind: 'error' as const };
      const cause = reason ?? (outcome === 'outside_window' ? 'outside_messaging_window' : 'send_failed');
      return pickSpecific(node, signal, scope)
        ? { outcome: 'advanced', signal, reason: cause }
        : { outcome: 'failed', reason: cause };
    }
  }
});

function takeAnswer(context: AskContext, reply: { text: string | null; payload: string | null }): StepResult {
  const { node, run, contact, account } = context;
  const checked = checkAnswer({ node, answer: reply, country: account.settings.country });
  if (checked.isValid) {
    const withAnswer = { ...run.context, answer: checked.value };
    const saved = saveValue({ contact, context: withAnswer }, node.saveToAttribute ?? '', checked.value);
    return {
      outcome: 'advanced',
      signal: { kind: 'input_valid', value: true },
      context: withAnswer,
      ...saved,
      detail: { value: checked.value },
    };
  }
  const refused = run.waitingFor?.kind === 'input' ? run.waitingFor.attempt : 0;
  if (refused < (node.retries ?? 0)) return ask(context, node.retryPrompt || node.prompt, refused + 1);
  return { outcome: 'advanced', signal: { kind: 'input_valid', value: false }, reason: 'invalid_answer' };
}

function ask(context: AskContext, prompt: string | undefined, attempt: number): StepResult {
  return withFilledTemplates(context, (fill) => {
    const { node } = context;
    const choices = node.inputType === 'choice' ? (node.choices ?? []) : [];
    const buttons = choices.map((choice) => ({
      type: 'quick_reply' as const,
      text: choice.text,
      payload: choicePayload(choice),
    }));
    const messages = withKnownOffer(node, buildMessages({ text: prompt, buttons }, fill));
    if (messages.length === 0) return { outcome: 'failed', reason: 'empty_message' };
    const waits = attempt === 0 && wantsOutcome(node);
    return {
      outcome: 'waiting',
      waitingFor: waits ? { kind: 'sent' } : waitForAnswer(context, attempt),
      effects: draftMessages(node, messages).map((draft) => ({
        ...draft,
        ...(waits ? {} : { reportsOutcome: false }),
      })),
      detail: { attempt },
    };
  });
}

const knownOffers = {
  email: { type: 'user_email', title: 'Share e-mail address', payload: 'user_email' },
  phone: { type: 'user_phone_number', title: 'Share phone number', payload: 'user_phone_number' },
} as const;

/** Below the question, what Instagram knows already, for one tap. */
function withKnownOffer(node: AskContext['node'], messages: OutgoingMessage[]): OutgoingMessage[] {
  const { inputType } = node;
  const last = messages.at(-1);
  if (!node.offerKnown || last === undefined || (inputType !== 'email' && inputType !== 'phone'))
    return messages;
  return [...messages.slice(0, -1), { ...last, quickReplies: [knownOffers[inputType]] }];
}

function waitForAnswer({ node, now }: AskContext, attempt: number) {
  const hasTimeout =
    Boolean(node.timeoutSeconds) || node.connections.some(({ condition }) => condition?.type === 'timeout');
  const timeoutAt = hasTimeout ? timeOutAt(now, node.timeoutSeconds || null) : null;
  return { kind: 'input' as const, nodeId: node.id, expects: 'value' as const, attempt, timeoutAt };
}

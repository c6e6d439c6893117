import { messagingLimits } from '@instaflow/contracts';
import type { ClaimedMessage } from '@instaflow/db';

const { windowMs, humanAgentMs } = messagingLimits;

export type SendCheck =
  { kind: 'send'; isHumanAgent: boolean } | { kind: 'cancel' | 'fail'; code: string; sentence: string };

export type CheckedMessage = Pick<
  ClaimedMessage,
  | 'kind'
  | 'isAutomated'
  | 'lastUserMessageAt'
  | 'automationPausedUntil'
  | 'optedOutAt'
  | 'dailyLimit'
  | 'sentToday'
> & { allowWhenOptedOut?: boolean };

const send: SendCheck = { kind: 'send', isHumanAgent: false };
const cancel = (code: string, sentence: string): SendCheck => ({ kind: 'cancel', code, sentence });

/**
 * Whether a message may still leave at `now` (epoch ms), however long ago it was queued. Private and public answers
 * to comments are not bound by the messaging window.
 */
export const checkBeforeSend = (message: CheckedMessage, now: number): SendCheck =>
  (message.isAutomated ? findReasonToCancel(message, now) : null) ?? checkWindow(message, now);

const findReasonToCancel = (message: CheckedMessage, now: number): SendCheck | null => {
  if (message.automationPausedUntil !== null && message.automationPausedUntil > now) {
    return cancel('taken_over', 'A person took over the conversation.');
  }
  if (message.optedOutAt !== null && message.allowWhenOptedOut !== true) {
    return cancel('opted_out', 'The contact asked for no more messages.');
  }
  if (message.dailyLimit !== null && message.sentToday >= message.dailyLimit) {
    return cancel(
      'daily_limit',
      'The contact already got as many automated messages today as the settings allow.',
    );
  }
  return null;
};

const checkWindow = ({ kind, isAutomated, lastUserMessageAt }: CheckedMessage, now: number): SendCheck => {
  if (kind !== 'message') return send;
  const age = lastUserMessageAt === null ? Infinity : now - lastUserMessageAt;
  if (age < windowMs) return send;
  if (!isAutomated && age < humanAgentMs) return { kind: 'send', isHumanAgent: true };
  return {
    kind: 'fail',
    code: 'outside_messaging_window',
    sentence: isAutomated
      ? 'The contact has not written within the last 24 hours, so Instagram takes no automated message.'
      : 'The contact has not written within the last 7 days, so Instagram takes no message.',
  };
};

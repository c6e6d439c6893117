import type { AccountFacts, InstagramAccountEntity } from '@instaflow/db';
import type { GraphResult } from '@instaflow/instagram';
import { isPassing } from '../refused-by-instagram';
import { finding, type Finding } from './finding';
import { skipped } from './judge-token';

const helpUrl = 'https://www.instagram.com/accounts/messages_and_story_replies/';

/** Whether messages of the account may be read, which also tells whether the owner allows it in the app. */
export function judgeMessageAccess(answer: GraphResult<object> | null): Finding {
  if (answer === null) return skipped('message_access');
  if (answer.ok) return finding('message_access', 'passed', 'Messages of the account can be read.');
  const details = { code: answer.code, graphCode: answer.graphCode, graphSubcode: answer.graphSubcode };
  if (isPassing(answer)) return finding('message_access', 'unknown', answer.sentence, { details });
  return finding('message_access', 'failed', answer.sentence, { fixId: 'reconnect', helpUrl, details });
}

/** Whether anything keeps messages from leaving, and how many failed in the last day. */
export function judgeSending(
  { pausedAt }: Pick<InstagramAccountEntity, 'pausedAt'>,
  facts: AccountFacts,
  now: number,
): Finding {
  const { failed, uncertain, blockedUntil, blockReason } = facts;
  const details = { failed, uncertain, blockReason };
  if (pausedAt !== null) {
    const sentence = 'The account is paused: nothing automated leaves. Resume it when it should go on.';
    return finding('sending_allowed', 'warning', sentence, { fixId: 'resume_account', details });
  }
  if (blockedUntil !== null && blockedUntil.getTime() > now) {
    const sentence = `Instagram lets nothing through until ${blockedUntil.toISOString()}. Wait: messages go out then.`;
    return finding('sending_allowed', 'warning', sentence, { details });
  }
  if (failed + uncertain > 0) {
    const sentence = `${failed} messages failed and ${uncertain} were not confirmed in the last 24 hours. Look at them in the inbox.`;
    return finding('sending_allowed', 'warning', sentence, { details });
  }
  return finding('sending_allowed', 'passed', 'Nothing keeps messages from leaving.', { details });
}

/** How far the clock here is off that of Instagram; null when that could not be found out. */
export function judgeClock(skewMs: number | null): Finding {
  if (skewMs === null) return finding('clock', 'unknown', 'Instagram did not tell the time.');
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const details = { skewSeconds: Math.round(skewMs / 1000) };
  if (seconds < 30) return finding('clock', 'passed', 'The clock of this machine is right.', { details });
  const sentence = `The clock of this machine is off by ${seconds} seconds, so waits and windows end at the wrong time. Set it by NTP.`;
  return finding('clock', seconds < 300 ? 'warning' : 'failed', sentence, { details });
}

/** Whether a message was followed all the way here. */
export function judgeRoundTrip(lastPassedAt: Date | null): Finding {
  if (lastPassedAt === null) {
    const sentence = 'No test round was made yet. Write to the account from another one to see it arrive.';
    return finding('round_trip', 'unknown', sentence, { fixId: 'round_trip' });
  }
  const details = { at: lastPassedAt.toISOString() };
  return finding('round_trip', 'passed', 'A test message arrived.', { details });
}

import type { GraphResult } from '@instaflow/instagram';
import { isPassing } from '../refused-by-instagram';
import { finding, type Finding } from './finding';
import { skipped } from './judge-token';

const dayMs = 24 * 3_600_000;

/** Which webhooks are subscribed. `wasRepaired`: some were missing and have just been subscribed again. */
export function judgeSubscription(
  answer: GraphResult<{ fields: string[] }> | null,
  { needed = [], wasRepaired = false }: { needed?: readonly string[]; wasRepaired?: boolean } = {},
): Finding {
  if (answer === null) return skipped('webhooks_subscribed');
  if (!answer.ok) {
    const details = { code: answer.code };
    const state = isPassing(answer) ? 'unknown' : 'failed';
    return finding('webhooks_subscribed', state, answer.sentence, { fixId: 'resubscribe', details });
  }
  const missing = needed.filter((field) => !answer.fields.includes(field));
  const details = { subscribed: answer.fields, missing, wasRepaired };
  if (missing.length === 0) {
    const sentence = wasRepaired
      ? 'Webhooks were missing and have been subscribed again.'
      : 'All webhooks are subscribed.';
    return finding('webhooks_subscribed', 'passed', sentence, { details });
  }
  const isBlind = !answer.fields.includes('messages');
  const sentence = isBlind
    ? 'Instagram does not deliver messages of this account here. Subscribe the webhooks again.'
    : `Instagram does not deliver ${missing.join(', ')} of this account here. Subscribe the webhooks again.`;
  return finding('webhooks_subscribed', isBlind ? 'failed' : 'warning', sentence, {
    fixId: 'resubscribe',
    details,
  });
}

/** When something was delivered last. A quiet account is no broken one, so this only warns. */
export function judgeLastWebhook(lastWebhookAt: Date | null, now: number): Finding {
  if (lastWebhookAt === null) {
    const sentence = 'Nothing has been delivered for this account yet. Make a test round.';
    return finding('webhook_received', 'warning', sentence, { fixId: 'round_trip' });
  }
  const days = Math.floor((now - lastWebhookAt.getTime()) / dayMs);
  const details = { lastWebhookAt: lastWebhookAt.toISOString(), days };
  if (days < 7) return finding('webhook_received', 'passed', 'Webhooks of this account arrive.', { details });
  const sentence = `The last webhook arrived ${days} days ago. If people wrote since, make a test round.`;
  return finding('webhook_received', 'warning', sentence, { fixId: 'round_trip', details });
}

/**
 * Whether the secret of the app is the one webhooks are signed with: only then does one count as arrived. Wrongly signed
 * ones after that only warn, because anybody can send such.
 */
export function judgeSignature({
  secrets,
  lastWebhookAt,
  refusedAt,
}: {
  secrets: readonly string[];
  lastWebhookAt: Date | null;
  refusedAt: Date | null;
}): Finding {
  if (secrets.length === 0) {
    const sentence =
      'No app secret is set, so every webhook is refused. Set INSTAGRAM_APP_SECRET and restart.';
    return finding('webhook_signature', 'failed', sentence);
  }
  if (refusedAt !== null && (lastWebhookAt === null || refusedAt > lastWebhookAt)) {
    const details = { refusedAt: refusedAt.toISOString() };
    const sentence =
      'A webhook with a wrong signature arrived last. If it was from Meta, INSTAGRAM_APP_SECRET is not the secret of the app: compare them.';
    return finding('webhook_signature', 'warning', sentence, { details });
  }
  if (lastWebhookAt === null) {
    return finding('webhook_signature', 'unknown', 'Known as soon as the first webhook has arrived.');
  }
  return finding('webhook_signature', 'passed', 'Webhooks are signed with the app secret that is set here.');
}

import { z } from 'zod';
import type { Database } from '../turns/database';

const claimed = z.object({
  accountId: z.string(),
  accountInstagramId: z.string(),
  sealedToken: z.string(),
  since: z.date(),
  fullAt: z.date(),
  counts: z.record(z.string(), z.number()),
  intervalMs: z.number(),
  /** Before this poll. */
  lastWebhookAt: z.date().nullable(),
});
/** An account whose comments are to be asked for. */
export type CommentPoll = z.infer<typeof claimed>;

export type CommentPollOutcome = {
  since: number;
  fullAt: number;
  counts: Record<string, number>;
  intervalMs: number;
  dueAt: number;
  reason: string | null;
  /** Whether something was taken in, which looks like a webhook until it is put right here. */
  hasStored: boolean;
};

/**
 * Begins polling where the setting was turned on, with comments from now on, and ends it where it was turned off; what
 * is due then is what `claimCommentPolls` takes.
 */
export const followPollingSettings = async (
  source: Database,
  { firstIntervalMs, now }: { firstIntervalMs: number; now: number },
): Promise<void> => {
  await source.query(
    `WITH ended AS (
       DELETE FROM comment_poll c USING instagram_account a WHERE a.id = c.instagram_account_id
         AND (a.settings->>'commentPolling' IS DISTINCT FROM 'true' OR a.status = 'disconnected'))
     INSERT INTO comment_poll (instagram_account_id, since, full_at, interval_ms, due_at)
     SELECT a.id, $1, $1, $2, $1 FROM instagram_account a
     WHERE a.settings->>'commentPolling' = 'true' AND a.status = 'connected'
       AND NOT EXISTS (SELECT 1 FROM comment_poll c WHERE c.instagram_account_id = a.id)
     ON CONFLICT (instagram_account_id) DO NOTHING`,
    [new Date(now), firstIntervalMs],
  );
};

/** Takes up to `limit` accounts for `leaseMs`. Safe from any number of processes. */
export const claimCommentPolls = async (
  source: Database,
  { limit, leaseMs, now }: { limit: number; leaseMs: number; now: number },
): Promise<CommentPoll[]> => {
  const rows: unknown = await source.query(
    `WITH due AS (
       SELECT c.instagram_account_id FROM comment_poll c JOIN instagram_account a ON a.id = c.instagram_account_id
       WHERE c.due_at <= $1 AND a.status = 'connected' AND a.access_token_sealed IS NOT NULL
         AND a.settings->>'commentPolling' = 'true'
       ORDER BY c.due_at LIMIT $3 FOR UPDATE OF c SKIP LOCKED
     ), claimed AS (
       UPDATE comment_poll c SET due_at = $2 FROM due d
       WHERE c.instagram_account_id = d.instagram_account_id RETURNING c.*
     )
     SELECT c.instagram_account_id AS "accountId", a.instagram_user_id AS "accountInstagramId",
       a.access_token_sealed AS "sealedToken", c.since, c.full_at AS "fullAt", c.counts,
       c.interval_ms AS "intervalMs", p.last_webhook_at AS "lastWebhookAt"
     FROM claimed c JOIN instagram_account a ON a.id = c.instagram_account_id
     LEFT JOIN account_pacing p ON p.instagram_account_id = c.instagram_account_id`,
    [new Date(now), new Date(now + leaseMs), limit],
  );
  return z.array(claimed).parse(rows);
};

/** Notes how a poll went and when the next one is due. `beganAt` in epoch milliseconds. */
export const finishCommentPoll = async (
  source: Database,
  input: { poll: CommentPoll; outcome: CommentPollOutcome; beganAt: number },
): Promise<void> => {
  const { poll, outcome, beganAt } = input;
  const { since, fullAt, counts, intervalMs, dueAt, reason } = outcome;
  await source.query(
    `UPDATE comment_poll SET since = $2, full_at = $3, counts = $4::jsonb, interval_ms = $5, due_at = $6, reason = $7,
       polled_at = $8 WHERE instagram_account_id = $1`,
    [
      poll.accountId,
      new Date(since),
      new Date(fullAt),
      JSON.stringify(counts),
      intervalMs,
      new Date(dueAt),
      reason,
      new Date(beganAt),
    ],
  );
  if (!outcome.hasStored) return;
  await source.query(
    `UPDATE account_pacing SET last_webhook_at = greatest($2::timestamptz, (
       SELECT max(i.received_at) FROM inbound_event i
       WHERE i.instagram_account_id = $1 AND i.received_at >= $3 AND NOT i.raw ? 'recovered'))
     WHERE instagram_account_id = $1`,
    [poll.accountId, poll.lastWebhookAt, new Date(beganAt)],
  );
};

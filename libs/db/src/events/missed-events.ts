import { z } from 'zod';
import type { Database } from '../turns/database';

const claimed = z.object({
  accountId: z.string(),
  accountInstagramId: z.string(),
  sealedToken: z.string(),
  since: z.date(),
  /** Counting this one. */
  attempts: z.number(),
});
/** An account whose missed events are to be read from Instagram. */
export type MissedEventsClaim = z.infer<typeof claimed>;

export type MissedEventsOutcome = {
  state: 'done' | 'waiting' | 'failed' | 'cancelled';
  reason: string | null;
  /** When it is tried again, epoch milliseconds. */
  dueAt: number | null;
};

/** Further back nothing could be answered; people read it at Instagram. */
const farthestBack = `interval '7 days'`;

/**
 * Has the events read again that accounts may have missed: of one account, or of all whose last webhook is older than
 * `quietMs`; since that webhook, and `lookBackMs` at least. Without `lookBackMs` an account that never had a webhook has
 * missed none. Answers how many accounts it is about.
 */
export const requestMissedEvents = async (
  source: Database,
  {
    accountId = null,
    lookBackMs = null,
    quietMs,
    now,
  }: { accountId?: string | null; lookBackMs?: number | null; quietMs: number; now: number },
): Promise<number> => {
  const rows: unknown = await source.query(
    `WITH asked AS (
       INSERT INTO missed_events AS m (instagram_account_id, since, state, last_webhook_at, due_at)
       SELECT a.id, least(greatest(p.last_webhook_at, CASE WHEN p.last_webhook_at IS NOT NULL
           THEN $3::timestamptz - ${farthestBack} END) - interval '1 minute',
           $3::timestamptz - $4 * interval '1 millisecond'), 'waiting', p.last_webhook_at, $3
       FROM instagram_account a LEFT JOIN account_pacing p ON p.instagram_account_id = a.id
       WHERE a.status = 'connected' AND a.access_token_sealed IS NOT NULL
         AND (p.last_webhook_at IS NOT NULL OR $4::double precision IS NOT NULL)
         AND ($1::uuid IS NULL AND p.last_webhook_at < $3::timestamptz - $2 * interval '1 millisecond' OR a.id = $1)
       ON CONFLICT (instagram_account_id) DO UPDATE SET
         since = CASE WHEN m.due_at IS NULL THEN excluded.since ELSE least(m.since, excluded.since) END,
         last_webhook_at = CASE WHEN m.due_at IS NULL THEN excluded.last_webhook_at ELSE m.last_webhook_at END,
         state = CASE WHEN m.state = 'running' THEN m.state ELSE 'waiting' END,
         due_at = CASE WHEN m.state = 'running' THEN m.due_at ELSE excluded.due_at END,
         attempts = CASE WHEN m.state = 'running' THEN m.attempts ELSE 0 END
       RETURNING 1)
     SELECT count(*)::int AS count FROM asked`,
    [accountId, quietMs, new Date(now), lookBackMs],
  );
  return z.array(z.object({ count: z.number() })).parse(rows)[0]?.count ?? 0;
};

/** Takes one account for `leaseMs`; null when none is due. Safe from any number of processes. */
export const claimMissedEvents = async (
  source: Database,
  { leaseMs, now }: { leaseMs: number; now: number },
): Promise<MissedEventsClaim | null> => {
  const rows: unknown = await source.query(
    `WITH due AS (
       SELECT m.instagram_account_id FROM missed_events m
       JOIN instagram_account a ON a.id = m.instagram_account_id
       WHERE m.due_at <= $1 AND a.status = 'connected' AND a.access_token_sealed IS NOT NULL
       ORDER BY m.due_at LIMIT 1 FOR UPDATE OF m SKIP LOCKED
     ), claimed AS (
       UPDATE missed_events m SET state = 'running', due_at = $2, attempts = m.attempts + 1, started_at = $1,
         events_read = 0, events_found = 0, finished_at = NULL
       FROM due d WHERE m.instagram_account_id = d.instagram_account_id RETURNING m.*
     )
     SELECT c.instagram_account_id AS "accountId", a.instagram_user_id AS "accountInstagramId",
       a.access_token_sealed AS "sealedToken", c.since, c.attempts
     FROM claimed c JOIN instagram_account a ON a.id = c.instagram_account_id`,
    [new Date(now), new Date(now + leaseMs)],
  );
  return z.array(claimed).parse(rows)[0] ?? null;
};

const recovered = `SELECT 1 FROM inbound_event i WHERE i.instagram_account_id = m.instagram_account_id
  AND i.received_at >= m.started_at AND i.raw ? 'recovered'`;

/**
 * Notes how much was read by now and keeps the account for `leaseMs` more. False when the reading was cancelled, or
 * belongs to somebody else by now.
 */
export const noteMissedEvents = async (
  source: Database,
  {
    accountId,
    eventsRead,
    leaseMs,
    now,
  }: { accountId: string; eventsRead: number; leaseMs: number; now: number },
): Promise<boolean> => {
  const [noted] = await source.query<[unknown[], number]>(
    `UPDATE missed_events m SET events_read = events_read + $2, due_at = $3
     WHERE m.instagram_account_id = $1 AND m.state = 'running' RETURNING 1`,
    [accountId, eventsRead, new Date(now + leaseMs)],
  );
  return noted.length > 0;
};

/** Ends the reading of an account, waiting or under way; what was read stays. */
export const cancelMissedEvents = async (
  source: Database,
  { accountId, now }: { accountId: string; now: number },
): Promise<void> => {
  await source.query(
    `UPDATE missed_events SET state = 'cancelled', reason = NULL, due_at = NULL, finished_at = $2
     WHERE instagram_account_id = $1 AND due_at IS NOT NULL`,
    [accountId, new Date(now)],
  );
};

/**
 * Records how reading ended, and takes what it stored for no webhook: the last one stays the last one. A reading that was
 * cancelled, or asked for again meanwhile, stays so.
 */
export const finishMissedEvents = async (
  source: Database,
  { accountId, outcome, now }: { accountId: string; outcome: MissedEventsOutcome; now: number },
): Promise<void> => {
  const { state, reason, dueAt } = outcome;
  await source.query(
    `WITH finished AS (
       UPDATE missed_events m SET
         state = CASE WHEN m.state = 'running' THEN $2 ELSE m.state END,
         reason = CASE WHEN m.state = 'running' THEN $3 ELSE m.reason END,
         due_at = CASE WHEN m.state = 'running' THEN $4 ELSE m.due_at END,
         finished_at = $5, events_found = (SELECT count(*)::int FROM (${recovered}) found)
       WHERE instagram_account_id = $1
       RETURNING instagram_account_id, last_webhook_at, started_at)
     UPDATE account_pacing p SET last_webhook_at = greatest(f.last_webhook_at, (
       SELECT max(i.received_at) FROM inbound_event i
       WHERE i.instagram_account_id = $1 AND i.received_at >= f.started_at AND NOT i.raw ? 'recovered'))
     FROM finished f WHERE p.instagram_account_id = f.instagram_account_id`,
    [accountId, state, reason, dueAt === null ? null : new Date(dueAt), new Date(now)],
  );
};

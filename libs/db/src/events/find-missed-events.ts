import { z } from 'zod';
import type { Database } from '../turns/database';

const reading = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  reason: z.string().nullable(),
  since: z.date(),
  eventsRead: z.number(),
  eventsFound: z.number(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
/** How reading missed events of an account goes, or how the last one went. */
export type MissedEventsReading = z.infer<typeof reading>;

/** Null when nothing was ever read again. The caller answers for whose account it is. */
export const findMissedEvents = async (
  source: Database,
  accountId: string,
): Promise<MissedEventsReading | null> => {
  const rows: unknown = await source.query(
    `SELECT state, reason, since, events_read AS "eventsRead", events_found AS "eventsFound",
       started_at AS "startedAt", finished_at AS "finishedAt"
     FROM missed_events WHERE instagram_account_id = $1`,
    [accountId],
  );
  return z.array(reading).parse(rows)[0] ?? null;
};

/** When something of an account became known last: its latest message, or its latest webhook. */
export const findLastKnownAt = async (source: Database, accountId: string): Promise<Date | null> => {
  const rows = await source.query<{ at: Date | null }[]>(
    `SELECT greatest(
       (SELECT max(m."timestamp") FROM message_log m WHERE m.instagram_account_id = $1),
       (SELECT p.last_webhook_at FROM account_pacing p WHERE p.instagram_account_id = $1)) AS at`,
    [accountId],
  );
  return rows[0]?.at ?? null;
};

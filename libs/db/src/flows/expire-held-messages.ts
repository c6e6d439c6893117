import type { Database } from '../turns/database';

const dayMs = 24 * 3_600_000;

/** Cancels messages that were held for 24 h by the pause of their flow, at most `limit`; answers how many. */
export async function expireHeldMessages(
  source: Database,
  { now, limit }: { now: number; limit: number },
): Promise<number> {
  const [row] = await source.query<{ count: number }[]>(
    `SELECT cancel_outbound_rows(ARRAY(
       SELECT o.id FROM outbound_message o
       WHERE o.held_at <= $1 AND o.status = 'queued' ORDER BY o.held_at LIMIT $2),
       'flow_paused', 'The flow was paused for more than 24 hours.') AS count`,
    [new Date(now - dayMs), limit],
  );
  return row?.count ?? 0;
}

import type { Database } from '../turns/database';

/**
 * Holds what paused flows have queued since their pause: a turn that was being decided at that moment may have written
 * a message after it. Such a message is never claimed; held, it also makes way for others. Answers how many.
 */
export async function holdPausedFlows(source: Database, { now }: { now: number }): Promise<number> {
  const [row] = await source.query<{ count: number }[]>(
    `SELECT coalesce(sum(hold_flow_messages(f.id, $1)), 0)::int AS count FROM flow f
     WHERE f.paused_at IS NOT NULL AND f.deleted_at IS NULL`,
    [new Date(now)],
  );
  return row?.count ?? 0;
}

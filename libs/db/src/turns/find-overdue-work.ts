import type { Database } from './database';

export type OverdueWork = {
  shards: { shard: number; dueAt: number }[];
  /** Since when the oldest-looking message waits; null when the outbox is not behind. */
  outboundDueAt: number | null;
};

/** Any number; the same in every process. */
const sweepLock = 7_246_012;

/** What was due `graceMs` ago and nobody took. Null when another process looks at this moment. */
export const findOverdueWork = async (
  source: Database,
  input: { now: number; graceMs: number },
): Promise<OverdueWork | null> => {
  const [row] = await source.query<{ overdue: OverdueWork | null }[]>(
    `SELECT find_overdue_work($1, $2, $3 * interval '1 millisecond') AS overdue`,
    [sweepLock, new Date(input.now), input.graceMs],
  );
  return row?.overdue ?? null;
};

import type { Database } from './database';

/**
 * Deletes at most `limit` rows of each kind that is kept for a time only: realtime events 1 h, idempotency keys 24 h,
 * handled and unrouted events 30 days. Answers how many went.
 */
export const purgeExpired = async (
  source: Database,
  input: { now: number; limit: number },
): Promise<number> => {
  const [row] = await source.query<{ purged: number }[]>('SELECT purge_expired($1, $2) AS purged', [
    new Date(input.now),
    input.limit,
  ]);
  return row?.purged ?? 0;
};

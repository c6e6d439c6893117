import type { Database } from '../turns/database';

/** Deletes at most `limit` effects that ended more than 30 days ago. Answers how many went. */
export const purgeEffects = async (
  source: Database,
  input: { now: number; limit: number },
): Promise<number> => {
  const rows = await source.query<{ count: number }[]>(
    `WITH gone AS (
       DELETE FROM flow_effect WHERE key IN (
         SELECT key FROM flow_effect WHERE finished_at < $1::timestamptz - interval '30 days'
         ORDER BY finished_at LIMIT $2)
       RETURNING 1)
     SELECT count(*)::int AS count FROM gone`,
    [new Date(input.now), input.limit],
  );
  return rows[0]?.count ?? 0;
};

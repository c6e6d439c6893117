import type { Database } from '../turns/database';
import { firstIdAt } from './time-of-id';

/**
 * Deletes turns, finished messages of the outbox and notifications that were made before `before` (epoch milliseconds), the oldest
 * first, at most `limit` of each. The message log keeps what was said. Answers the larger of the two counts: fewer
 * than `limit` means that nothing is left.
 */
export async function purgeTraces(
  source: Database,
  { before, limit }: { before: number; limit: number },
): Promise<number> {
  const counts: number[] = [];
  for (const statement of statements) {
    const [row] = await source.query<{ count: number }[]>(statement, [firstIdAt(before), limit]);
    counts.push(row?.count ?? 0);
  }
  return Math.max(...counts);
}

/** Ids are UUIDv7, so the primary key finds the oldest rows. */
const statements = [
  `WITH gone AS (
     DELETE FROM contact_turn WHERE id IN (SELECT t.id FROM contact_turn t WHERE t.id < $1 ORDER BY t.id LIMIT $2)
     RETURNING 1
   ) SELECT count(*)::int AS count FROM gone`,
  `WITH gone AS (
     DELETE FROM outbound_message WHERE id IN (
       SELECT o.id FROM outbound_message o WHERE o.id < $1 AND o.finished_at IS NOT NULL ORDER BY o.id LIMIT $2)
     RETURNING 1
   ) SELECT count(*)::int AS count FROM gone`,
  `WITH gone AS (
     DELETE FROM notification WHERE id IN (SELECT n.id FROM notification n WHERE n.id < $1 ORDER BY n.id LIMIT $2)
     RETURNING 1
   ) SELECT count(*)::int AS count FROM gone`,
];

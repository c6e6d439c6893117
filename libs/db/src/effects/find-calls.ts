import { z } from 'zod';
import type { Tx } from '../transaction';

const callRow = z.object({
  key: z.string(),
  kind: z.string(),
  status: z.enum(['requested', 'running', 'done', 'failed', 'cancelled']),
  reason: z.string().nullable(),
  attempts: z.number(),
  dueAt: z.date(),
  finishedAt: z.date().nullable(),
});
/** What a run asked of the outside, with what became of it. */
export type CallRow = z.infer<typeof callRow>;

/** By the keys of their effects; they are kept for a month after their end. */
export async function findCallsByKey(tx: Tx, keys: readonly string[]): Promise<CallRow[]> {
  if (keys.length === 0) return [];
  const rows: unknown[] = await tx.query(
    `SELECT e.key, e.kind, e.status, e.reason, e.attempts, e.due_at AS "dueAt", e.finished_at AS "finishedAt"
     FROM flow_effect e WHERE e.key = ANY ($1) ORDER BY e.created_at, e.key`,
    [keys],
  );
  return rows.map((row) => callRow.parse(row));
}

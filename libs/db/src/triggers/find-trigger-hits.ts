import { z } from 'zod';
import type { Tx } from '../transaction';

const hitsRow = z.object({ id: z.string(), hits: z.number() });

/** How often triggers started their flows in the last 7 days, by trigger, as of the last count; those never counted are missing. */
export async function findTriggerHits(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows: unknown[] = await tx.query(
    'SELECT g.trigger_id AS id, g.hits FROM trigger_figure g WHERE g.trigger_id = ANY ($1::uuid[])',
    [[...ids]],
  );
  return new Map(rows.map((row) => hitsRow.parse(row)).map(({ id, hits }) => [id, hits]));
}

import type { Database } from '../turns/database';

/** As many as one transaction holds up nobody by. */
const perTransaction = 50;

/**
 * Counts the figures that lists show of flows and triggers, for flows that are due, until `isDone` or nothing is left; see
 * count_flow_figures. Several processes may call it: one counts at a time. `now`: epoch ms.
 */
export async function countFlowFigures(
  source: Database,
  { now, isDone }: { now: number; isDone: () => boolean },
): Promise<number> {
  for (let flows = 0; ;) {
    if (isDone()) return flows;
    const [row] = await source.query<{ counted: number }[]>('SELECT count_flow_figures($1, $2) AS counted', [
      new Date(now),
      perTransaction,
    ]);
    flows += row?.counted ?? 0;
    if (!row || row.counted < perTransaction) return flows;
  }
}

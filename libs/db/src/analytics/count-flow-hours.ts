import type { Database } from '../turns/database';

/**
 * Counts hours of flows that are over, one transaction each, until `isDone` or nothing is left; see count_flow_hour. Several
 * processes may call it: one counts at a time. `now` and `keptSince` (traces older than this may be gone): epoch ms.
 */
export async function countFlowHours(
  source: Database,
  { now, keptSince, isDone }: { now: number; keptSince: number; isDone: () => boolean },
): Promise<number> {
  for (let hours = 0; ; hours += 1) {
    if (isDone()) return hours;
    const [row] = await source.query<{ hasCounted: boolean }[]>(
      'SELECT count_flow_hour($1, $2) AS "hasCounted"',
      [new Date(now), new Date(keptSince)],
    );
    if (!row?.hasCounted) return hours;
  }
}

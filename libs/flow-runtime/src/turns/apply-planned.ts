import {
  applyTurns,
  isDatabaseUnavailable,
  type AppliedTurns,
  type Database,
  type TurnChanges,
} from '@instaflow/db';
import type { TurnFailure } from './create-batch-planner';
import type { PlannedTurn } from './plan-turn';

export type AppliedBatch = AppliedTurns & { failures: TurnFailure[] };

/** Applies planned turns as one transaction or, when the database refuses it, contact by contact. Throws when the database is away. */
export const applyPlanned = async (
  dataSource: Database,
  planned: readonly PlannedTurn[],
  now: number,
): Promise<AppliedBatch> => {
  if (planned.length === 0) return { winners: [], moved: [], failures: [] };
  try {
    return { ...(await applyTurns(dataSource, mergeChanges(planned), now)), failures: [] };
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    const [only] = planned;
    if (only !== undefined && planned.length === 1) {
      return { winners: [], moved: [], failures: [{ contactId: only.contactId, error }] };
    }
  }
  const applied: AppliedBatch = { winners: [], moved: [], failures: [] };
  for (const single of planned) {
    const { winners, moved, failures } = await applyPlanned(dataSource, [single], now);
    applied.winners.push(...winners);
    applied.moved.push(...moved);
    applied.failures.push(...failures);
  }
  return applied;
};

const mergeChanges = (planned: readonly PlannedTurn[]): TurnChanges => ({
  turns: planned.flatMap(({ turns }) => turns),
  runs: planned.flatMap(({ runs }) => runs),
  outbound: planned.flatMap(({ outbound }) => outbound),
  events: planned.flatMap(({ events }) => events),
  wakes: planned.flatMap(({ wakes }) => wakes),
  records: planned.flatMap(({ records }) => records),
  effects: planned.flatMap(({ effects }) => effects),
  quiet: planned.flatMap(({ quiet }) => quiet),
  notices: planned.flatMap(({ notices }) => notices),
});

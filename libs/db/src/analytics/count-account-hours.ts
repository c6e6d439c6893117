import type { Database } from '../turns/database';

/**
 * Counts hours of all accounts that are over, so that figures need not read each message again: at most `hours` of them,
 * and at most `changes` later changes to counted ones. Answers whether there is more to do at once. Figures are right at
 * any time, however far this is; several processes may call it.
 */
export const countAccountHours = async (
  source: Database,
  input: { hours: number; changes: number },
): Promise<boolean> => {
  const [row] = await source.query<{ hasMore: boolean }[]>(
    'SELECT count_account_hours($1, $2) AS "hasMore"',
    [input.hours, input.changes],
  );
  return row?.hasMore ?? false;
};

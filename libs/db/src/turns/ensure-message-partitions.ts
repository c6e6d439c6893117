import type { Database } from './database';

/** Creates the monthly partitions of the message log from the month of `now` on, `monthsAhead` in advance. */
export const ensureMessagePartitions = async (
  source: Database,
  input: { now: number; monthsAhead: number },
): Promise<number> => {
  const [row] = await source.query<{ created: number }[]>(
    'SELECT ensure_message_partitions($1::date, $2) AS created',
    [new Date(input.now), input.monthsAhead],
  );
  return row?.created ?? 0;
};

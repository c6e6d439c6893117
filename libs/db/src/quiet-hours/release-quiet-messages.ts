import type { Database } from '../turns/database';

/** Lets messages go whose quiet hours are over, at most `limit`, in their order; answers how many. `now` in epoch milliseconds. */
export async function releaseQuietMessages(
  source: Database,
  { now, limit }: { now: number; limit: number },
): Promise<number> {
  const [row] = await source.query<{ count: number }[]>(
    'SELECT release_quiet_messages(NULL, $1, $2) AS count',
    [new Date(now), limit],
  );
  return row?.count ?? 0;
}

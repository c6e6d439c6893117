import type { Database } from '../turns/database';
import { retryOnConflict } from '../turns/retry-on-conflict';

/**
 * Ends an effect and puts its result before the contact's next turn, both in one transaction. Answers the shard to
 * wake; null when the lease was lost meanwhile, and then nothing was written.
 */
export const finishEffect = async (
  source: Database,
  input: {
    key: string;
    lease: string;
    status: 'done' | 'failed';
    reason: string | null;
    eventId: string;
    result: object;
    now: number;
  },
): Promise<number | null> => {
  const { key, lease, status, reason, eventId, result } = input;
  const [row] = await retryOnConflict(() =>
    source.query<{ shard: number | null }[]>('SELECT finish_effect($1, $2, $3, $4, $5, $6, $7) AS shard', [
      key,
      lease,
      status,
      reason,
      eventId,
      JSON.stringify({ result }),
      new Date(input.now),
    ]),
  );
  return row?.shard ?? null;
};

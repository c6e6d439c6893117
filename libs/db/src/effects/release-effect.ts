import type { Database } from '../turns/database';

/**
 * Gives an effect back to be taken again at `dueAt` (epoch milliseconds): after a failure, or because this process
 * stops. Does nothing when the lease was lost.
 */
export const releaseEffect = async (
  source: Database,
  input: { key: string; lease: string; dueAt: number; hasFailed: boolean },
): Promise<void> => {
  await source.query(
    `UPDATE flow_effect SET status = 'requested', lease_id = NULL, due_at = $3, failures = failures + $4
     WHERE key = $1 AND lease_id = $2 AND status = 'running'`,
    [input.key, input.lease, new Date(input.dueAt), input.hasFailed ? 1 : 0],
  );
};

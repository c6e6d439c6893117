import type { Tx } from '../transaction';

/**
 * What runs still have queued is not sent, and a turn being decided for their contacts at this moment loses.
 * For runs that are about to be cancelled.
 */
export async function stopSendingOfRuns(
  tx: Tx,
  { runs, now }: { runs: readonly { id: string; contactId: string }[]; now: number },
): Promise<void> {
  if (runs.length === 0) return;
  await tx.query(
    `SELECT fence_contacts($1::uuid[]), cancel_queued_messages($1, $2::uuid[], 'flow_stopped', $3)`,
    [runs.map(({ contactId }) => contactId), runs.map(({ id }) => id), new Date(now)],
  );
}

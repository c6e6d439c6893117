import type { Tx } from '../transaction';

/**
 * Lets what an account's quiet hours hold wait for `until`, or go now when there are none any more (null). For when the
 * quiet hours were changed; epoch milliseconds.
 */
export async function rescheduleQuietMessages(
  tx: Tx,
  { accountId, until, now }: { accountId: string; until: number | null; now: number },
): Promise<void> {
  if (until === null)
    await tx.query('SELECT release_quiet_messages($1, $2, NULL)', [accountId, new Date(now)]);
  else await tx.query('SELECT reschedule_quiet_messages($1, $2)', [accountId, new Date(until)]);
}

import { cancelMessagesOfAccount } from '../outbox/cancel-messages';
import type { Tx } from '../transaction';

/**
 * Ends every open run of an account (`cancelled`, with `reason`) and cancels all that waits to be sent: nobody is left
 * in a flow of an account that is gone. Answers how many contacts had an open run.
 */
export async function endRunsOfAccount(
  tx: Tx,
  input: { accountId: string; reason: string; now: number },
): Promise<number> {
  const rows: { contact_id: string }[] = await tx.query(
    `SELECT contact_id FROM flow_run WHERE instagram_account_id = $1 AND status IN ('running', 'waiting')`,
    [input.accountId],
  );
  if (rows.length > 0) {
    await tx.query(`SELECT fence_contacts($1::uuid[]), end_open_runs($1::uuid[], 'cancelled', $2, $3)`, [
      rows.map((row) => row.contact_id),
      input.reason,
      new Date(input.now),
    ]);
  }
  await cancelMessagesOfAccount(tx, { accountId: input.accountId, reason: 'account_disconnected' });
  return rows.length;
}

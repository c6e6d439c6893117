import type { Tx } from '../transaction';
import { bumpAccountRevision } from './bump-account-revision';
import { cancelForPausedAccounts } from './cancel-for-paused-accounts';
import { wakeOpenRuns } from './wake-open-runs';

/** Ends a pause; waits that came due meanwhile go on now. False: no such account. Repeatable. */
export const resumeAccount = async (tx: Tx, input: { accountId: string; now: number }): Promise<boolean> => {
  await cancelForPausedAccounts(tx, input);
  const rows = await tx.query<{ id: string }[]>(
    `WITH changed AS (
       UPDATE instagram_account SET paused_at = NULL, updated_at = $2
       WHERE id = $1 RETURNING workspace_id, id
     ), told AS (
       INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       SELECT workspace_id, id, 'account.updated', id FROM changed
     )
     SELECT id FROM changed`,
    [input.accountId, new Date(input.now)],
  );
  if (rows.length === 0) return false;
  await bumpAccountRevision(tx, input);
  await wakeOpenRuns(tx, { contactId: null, ...input });
  return true;
};

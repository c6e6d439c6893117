import type { Tx } from '../transaction';
import { bumpAccountRevision } from './bump-account-revision';

/**
 * The red button: nothing automated leaves any more and queued automated messages are cancelled (`paused`);
 * what arrives is still stored. False: no such account. Repeatable.
 */
export const pauseAccount = async (tx: Tx, input: { accountId: string; now: number }): Promise<boolean> => {
  const now = new Date(input.now);
  const rows = await tx.query<{ id: string }[]>(
    `WITH changed AS (
       UPDATE instagram_account SET paused_at = coalesce(paused_at, $2), updated_at = $2
       WHERE id = $1 RETURNING workspace_id, id
     ), told AS (
       INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       SELECT workspace_id, id, 'account.updated', id FROM changed
     )
     SELECT id FROM changed`,
    [input.accountId, now],
  );
  if (rows.length === 0) return false;
  await bumpAccountRevision(tx, input);
  await tx.query(
    `SELECT cancel_queued_messages(ARRAY(
       SELECT DISTINCT o.contact_id FROM outbound_message o
       WHERE o.instagram_account_id = $1 AND o.status = 'queued' AND o.is_automated), NULL, 'paused', $2)`,
    [input.accountId, now],
  );
  return true;
};

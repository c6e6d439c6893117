import type { Tx } from '../transaction';

/**
 * Opens a failed run again, to be taken on by a command; its failure stays readable in its state. `another_run_open`:
 * the contact walks another flow. `not_failed`: it did not fail, or is open again already. Fences the contact.
 */
export async function reopenRun(
  tx: Tx,
  { id, contactId }: { id: string; contactId: string },
): Promise<'reopened' | 'another_run_open' | 'not_failed'> {
  await tx.query('SELECT fence_contacts(ARRAY[$1::uuid])', [contactId]);
  const open = await tx.query<{ id: string }[]>(
    `SELECT id FROM flow_run WHERE contact_id = $1 AND status IN ('running', 'waiting')`,
    [contactId],
  );
  if (open.length > 0) return open[0]?.id === id ? 'not_failed' : 'another_run_open';
  const [row] = await tx.query<{ reopened: number }[]>(
    `WITH reopened AS (
       UPDATE flow_run SET status = 'running', end_reason = NULL, ended_at = NULL, waiting_for = NULL, wake_at = NULL,
         state = state || '{"status": "running", "waitingFor": null, "wakeAt": null, "endedAt": null}'
       WHERE id = $1 AND status = 'failed'
       RETURNING workspace_id, instagram_account_id, id
     ), told AS (
       INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       SELECT workspace_id, instagram_account_id, 'run.updated', id FROM reopened
     )
     SELECT count(*)::int AS reopened FROM reopened`,
    [id],
  );
  return row?.reopened === 1 ? 'reopened' : 'not_failed';
}

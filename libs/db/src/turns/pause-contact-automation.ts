import type { Tx } from '../transaction';
import { wakeOpenRuns } from './wake-open-runs';

/**
 * Pauses automation of one contact until `until` (epoch milliseconds) and cancels what is queued; null ends the pause.
 * The open run stays. False: no such contact.
 */
export const pauseContactAutomation = async (
  tx: Tx,
  input: { contactId: string; until: number | null; now: number },
): Promise<boolean> => {
  const now = new Date(input.now);
  if (input.until !== null) {
    await tx.query(
      `SELECT fence_contacts(ARRAY[c.id]), cancel_queued_messages(ARRAY[c.id], NULL, 'paused', $2)
       FROM contact c WHERE c.id = $1`,
      [input.contactId, now],
    );
  }
  const rows = await tx.query<{ id: string }[]>(
    `WITH changed AS (
       UPDATE conversation SET automation_paused_until = $2, updated_at = $3
       WHERE contact_id = $1 RETURNING workspace_id, instagram_account_id, id
     ), told AS (
       INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       SELECT workspace_id, instagram_account_id, 'conversation.updated', id FROM changed
     )
     SELECT id FROM changed`,
    [input.contactId, input.until === null ? null : new Date(input.until), now],
  );
  if (rows.length === 0) return false;
  if (input.until === null) await wakeOpenRuns(tx, { ...input, accountId: null });
  return true;
};

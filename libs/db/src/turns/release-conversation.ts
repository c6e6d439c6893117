import type { Tx } from '../transaction';
import { wakeOpenRuns } from './wake-open-runs';

/** Gives a conversation back to automation: no pause, status `open`. False: no such conversation. */
export const releaseConversation = async (
  tx: Tx,
  input: { conversationId: string; now: number },
): Promise<boolean> => {
  const rows = await tx.query<{ contact_id: string }[]>(
    `WITH changed AS (
       UPDATE conversation SET automation_paused_until = NULL, status = 'open', closed_at = NULL, updated_at = $2
       WHERE id = $1 RETURNING workspace_id, instagram_account_id, id, contact_id
     ), told AS (
       INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       SELECT workspace_id, instagram_account_id, 'conversation.updated', id FROM changed
     )
     SELECT contact_id FROM changed`,
    [input.conversationId, new Date(input.now)],
  );
  const contactId = rows[0]?.contact_id;
  if (contactId === undefined) return false;
  await wakeOpenRuns(tx, { contactId, accountId: null, now: input.now });
  return true;
};

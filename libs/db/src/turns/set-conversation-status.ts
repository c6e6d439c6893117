import type { ConversationStatus } from '@instaflow/contracts';
import type { Tx } from '../transaction';

/**
 * Sets the status. `pending_human` also stops automation as a takeover does (run ended, queued automated messages
 * cancelled) until someone sets another status. False: no such conversation.
 */
export const setConversationStatus = async (
  tx: Tx,
  input: { conversationId: string; status: ConversationStatus; now: number },
): Promise<boolean> => {
  const now = new Date(input.now);
  if (input.status === 'pending_human') {
    await tx.query(
      `SELECT fence_contacts(ARRAY[v.contact_id]),
              end_open_runs(ARRAY[v.contact_id], 'taken_over', 'pending_human', $2),
              cancel_queued_messages(ARRAY[v.contact_id], NULL, 'taken_over', $2)
       FROM conversation v WHERE v.id = $1`,
      [input.conversationId, now],
    );
  }
  const rows = await tx.query<{ id: string }[]>(
    `WITH changed AS (
       UPDATE conversation SET status = $2, updated_at = $3,
         closed_at = CASE WHEN $2 = 'closed' THEN coalesce(closed_at, $3) END
       WHERE id = $1 RETURNING workspace_id, instagram_account_id, id
     ), told AS (
       INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       SELECT workspace_id, instagram_account_id, 'conversation.updated', id FROM changed
     )
     SELECT id FROM changed`,
    [input.conversationId, input.status, now],
  );
  return rows.length > 0;
};

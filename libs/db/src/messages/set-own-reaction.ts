import type { Tx } from '../transaction';

/** Notes what the account reacted to a message with (null: nothing any more), and tells the browsers. */
export const setOwnReaction = async (
  tx: Tx,
  { id, conversationId, reaction }: { id: string; conversationId: string; reaction: string | null },
): Promise<void> => {
  await tx.query(
    `WITH changed AS (
       UPDATE message_log SET content = CASE WHEN $3::text IS NULL THEN content - 'ownReaction'
         ELSE content || jsonb_build_object('ownReaction', $3::text) END
       WHERE id = $1 AND conversation_id = $2 AND type <> 'deleted'
       RETURNING workspace_id, instagram_account_id, id, "timestamp"
     )
     INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id, entity_at)
     SELECT workspace_id, instagram_account_id, 'message.updated', id, "timestamp" FROM changed`,
    [id, conversationId, reaction],
  );
};

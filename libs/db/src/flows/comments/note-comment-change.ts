import type { Tx } from '../../transaction';

/** Lets windows with the flow open know that a thread has changed. In the transaction of the change. */
export async function noteCommentChange(
  tx: Tx,
  { threadId, workspaceId, accountId }: { threadId: string; workspaceId: string; accountId: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
     VALUES ($1, $2, 'flow_comment.updated', $3)`,
    [workspaceId, accountId, threadId],
  );
}

import type { Tx } from '../../transaction';

/**
 * Tells members that a comment mentions them, in the app and by mail, each once per comment however often it is reworded.
 * In the transaction of the comment.
 */
export async function tellMentioned(
  tx: Tx,
  input: {
    commentId: string;
    workspaceId: string;
    accountId: string;
    flowId: string;
    nodeId: string | null;
    userIds: readonly string[];
    now: number;
  },
): Promise<void> {
  if (input.userIds.length === 0) return;
  await tx.query(
    `WITH told AS (
       INSERT INTO notification (id, workspace_id, user_id, instagram_account_id, kind, dedupe_key, flow_id, node_id,
                                 comment_id, is_in_app, created_at, mail_status, mail_due_at)
       SELECT new_turn_id($7::timestamptz), $2::uuid, u.id, $3::uuid, 'flow_comment', concat('flow_comment/', $1::uuid),
              $4::uuid, $5::text, $1::uuid, true, $7, 'queued', $7
       FROM unnest($6::uuid[]) AS u (id)
       ORDER BY u.id
       ON CONFLICT DO NOTHING
       RETURNING id
     )
     INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
     SELECT $2::uuid, $3::uuid, 'notification.created', t.id FROM told t`,
    [
      input.commentId,
      input.workspaceId,
      input.accountId,
      input.flowId,
      input.nodeId,
      input.userIds,
      new Date(input.now),
    ],
  );
}

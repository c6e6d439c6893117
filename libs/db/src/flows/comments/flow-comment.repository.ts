import { z } from 'zod';
import type { Tx } from '../../transaction';
import { commentRow, isShown, selectComments, type CommentRow } from './comment-row';

type FlowKey = { flowId: string; workspaceId: string };
type CommentKey = FlowKey & { id: string };
type Words = { text: string; mentionedUserIds: readonly string[] };

const lockedRow = z.object({
  threadId: z.string().nullable(),
  authorUserId: z.string().nullable(),
  mentionedUserIds: z.array(z.string()),
  deletedAt: z.date().nullable(),
  nodeId: z.string().nullable(),
});
/** What decides whether a comment may be changed. `nodeId` is that of its thread. */
export type LockedComment = z.infer<typeof lockedRow>;

const countRow = z.object({ count: z.number() });

/** Comments on flows, for whoever may see the flow. Changes are told apart, see `noteCommentChange`. */
export const flowCommentRepository = {
  async create(
    tx: Tx,
    comment: CommentKey &
      Words & {
        threadId: string | null;
        node: { id: string; name: string; type: string } | null;
        byUserId: string;
        now: number;
      },
  ): Promise<void> {
    const { node } = comment;
    await tx.query(
      `INSERT INTO flow_comment (id, workspace_id, flow_id, thread_id, node_id, node_name, node_type, author_user_id,
                                 text, mentioned_user_ids, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        comment.id,
        comment.workspaceId,
        comment.flowId,
        comment.threadId,
        node?.id ?? null,
        node?.name ?? null,
        node?.type ?? null,
        comment.byUserId,
        comment.text,
        comment.mentionedUserIds,
        new Date(comment.now),
      ],
    );
  },

  /** A comment as it is shown; null when there is none (any more). */
  async find(tx: Tx, { id, flowId, workspaceId }: CommentKey): Promise<CommentRow | null> {
    const rows: unknown[] = await tx.query(
      `${selectComments} WHERE c.id = $1 AND c.flow_id = $2 AND c.workspace_id = $3 AND ${isShown}`,
      [id, flowId, workspaceId],
    );
    return rows.length === 0 ? null : commentRow.parse(rows[0]);
  },

  /** A comment, locked until the transaction ends; deleted ones too, as long as they can be brought back. */
  async lock(tx: Tx, { id, flowId, workspaceId }: CommentKey): Promise<LockedComment | null> {
    const rows: unknown[] = await tx.query(
      `SELECT c.thread_id AS "threadId", c.author_user_id AS "authorUserId", c.mentioned_user_ids AS "mentionedUserIds",
              c.deleted_at AS "deletedAt", coalesce(c.node_id, t.node_id) AS "nodeId"
       FROM flow_comment c LEFT JOIN flow_comment t ON t.id = c.thread_id
       WHERE c.id = $1 AND c.flow_id = $2 AND c.workspace_id = $3 AND c.text <> '' FOR UPDATE OF c`,
      [id, flowId, workspaceId],
    );
    return rows.length === 0 ? null : lockedRow.parse(rows[0]);
  },

  /** Locks the beginning of a thread, so that answers are counted one after the other. */
  async lockThread(tx: Tx, { id, flowId, workspaceId }: CommentKey): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM flow_comment c
       WHERE c.id = $1 AND c.flow_id = $2 AND c.workspace_id = $3 AND c.thread_id IS NULL AND ${isShown} FOR UPDATE OF c`,
      [id, flowId, workspaceId],
    );
    return rows.length > 0;
  },

  /** Threads of a flow, or answers of a thread. */
  async count(
    tx: Tx,
    { flowId, workspaceId, threadId }: FlowKey & { threadId: string | null },
  ): Promise<number> {
    const rows: unknown[] = await tx.query(
      `SELECT count(*)::int AS count FROM flow_comment c
       WHERE c.flow_id = $1 AND c.workspace_id = $2 AND c.thread_id IS NOT DISTINCT FROM $3::uuid AND ${isShown}`,
      [flowId, workspaceId, threadId],
    );
    return countRow.parse(rows[0]).count;
  },

  async reword(
    tx: Tx,
    { id, flowId, workspaceId, text, mentionedUserIds, now }: CommentKey & Words & { now: number },
  ): Promise<void> {
    await tx.query(
      `UPDATE flow_comment SET text = $4, mentioned_user_ids = $5, edited_at = $6
       WHERE id = $1 AND flow_id = $2 AND workspace_id = $3`,
      [id, flowId, workspaceId, text, mentionedUserIds, new Date(now)],
    );
  },

  /** Deletes a comment, or brings it back (null). Repeatable. */
  async setDeleted(
    tx: Tx,
    { id, flowId, workspaceId, deletedAt }: CommentKey & { deletedAt: number | null },
  ): Promise<void> {
    await tx.query(
      'UPDATE flow_comment SET deleted_at = $4 WHERE id = $1 AND flow_id = $2 AND workspace_id = $3',
      [id, flowId, workspaceId, deletedAt === null ? null : new Date(deletedAt)],
    );
  },

  /** Resolves a thread, or opens it again (null). What is resolved stays as it was resolved first. */
  async setResolved(
    tx: Tx,
    { id, flowId, workspaceId, resolved }: CommentKey & { resolved: { at: number; byUserId: string } | null },
  ): Promise<void> {
    await tx.query(
      `UPDATE flow_comment SET resolved_at = $4, resolved_by_user_id = $5
       WHERE id = $1 AND flow_id = $2 AND workspace_id = $3 AND (resolved_at IS NULL OR $4::timestamptz IS NULL)`,
      [id, flowId, workspaceId, resolved && new Date(resolved.at), resolved?.byUserId ?? null],
    );
  },
};

import type { CommentReply, CommentThread } from '@instaflow/contracts';
import type { CommentRow } from '@instaflow/db';
import { toIso } from '../../http/to-iso';

/** A thread as the API shows it. */
export function toThread(row: CommentRow): CommentThread {
  const { flowId, nodeId, nodeName, nodeType, replyCount, resolvedBy } = row;
  return {
    ...toComment(row),
    flowId,
    nodeId,
    nodeName,
    nodeType,
    replyCount,
    lastReplyAt: toIso(row.lastReplyAt),
    resolvedAt: toIso(row.resolvedAt),
    resolvedBy,
  };
}

/** An answer as the API shows it. */
export function toReply(row: CommentRow): CommentReply {
  return { ...toComment(row), threadId: row.threadId ?? row.id };
}

/** What a deleted comment said is nobody's business any more, also while it can be brought back. */
function toComment({ id, author, text, mentions, createdAt, editedAt, deletedAt }: CommentRow) {
  const isThere = deletedAt === null;
  return {
    commentId: id,
    author,
    text: isThere ? text : null,
    mentions: isThere ? mentions : [],
    createdAt: createdAt.toISOString(),
    editedAt: toIso(editedAt),
  };
}

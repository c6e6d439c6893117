import type { CommentThread } from '@instaflow/contracts';
import { flowCommentRepository, type Tx } from '@instaflow/db';
import { found } from '../../http/found';
import { toThread } from './to-comments';

/** The thread a comment or an answer belongs to; 404. */
export async function findThread(
  tx: Tx,
  key: { id: string; flowId: string; workspaceId: string },
): Promise<CommentThread> {
  const comment = found(await flowCommentRepository.find(tx, key));
  if (comment.threadId === null) return toThread(comment);
  return toThread(found(await flowCommentRepository.find(tx, { ...key, id: comment.threadId })));
}

import { v7 as newId } from 'uuid';
import { flowCommentRepository, noteCommentChange, tellMentioned, type Tx } from '@instaflow/db';
import { checkMentions } from './check-mentions';

export type NewComment = {
  flowId: string;
  workspaceId: string;
  accountId: string;
  byUserId: string;
  text: string;
  mentionedUserIds: readonly string[];
  /** Null: it begins a thread. */
  threadId: string | null;
  /** What a new thread is pinned to. */
  node: { id: string; name: string; type: string } | null;
  /** Where whoever is mentioned is led to. */
  nodeId: string | null;
  now: number;
};

/** Stores a comment, tells whom it mentions and all who look; answers its id. */
export async function writeComment(tx: Tx, comment: NewComment): Promise<string> {
  const { workspaceId, byUserId, threadId } = comment;
  const mentionedUserIds = await checkMentions(tx, { workspaceId, userIds: comment.mentionedUserIds });
  const id = newId();
  await flowCommentRepository.create(tx, { ...comment, id, mentionedUserIds });
  const userIds = mentionedUserIds.filter((userId) => userId !== byUserId);
  await tellMentioned(tx, { ...comment, commentId: id, userIds });
  await noteCommentChange(tx, { ...comment, threadId: threadId ?? id });
  return id;
}

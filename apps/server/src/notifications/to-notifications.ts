import type { Notification } from '@instaflow/contracts';
import {
  accountRepository,
  findCommentFacts,
  type CommentFacts,
  flowRepository,
  type NotificationEntity,
  type Tx,
} from '@instaflow/db';
import { toIso } from '../http/to-iso';
import { describeNotification } from './describe-notification';

const maxExcerpt = 300;

/** Notifications as the API and the stream show them, with the names of what they are about. */
export async function toNotifications(tx: Tx, rows: readonly NotificationEntity[]): Promise<Notification[]> {
  if (rows.length === 0) return [];
  const flowIds = rows.flatMap(({ flowId }) => flowId ?? []);
  const flowNames = await flowRepository.findNames(tx, [...new Set(flowIds)]);
  const accounts = await accountRepository.listByIds(tx, [
    ...new Set(rows.map(({ instagramAccountId }) => instagramAccountId)),
  ]);
  const accountNames = new Map(accounts.map((account) => [account.id, account.instagramUsername]));
  const comments = await findCommentFacts(
    tx,
    rows.flatMap(({ commentId }) => commentId ?? []),
  );
  return rows.map((row) => ({
    notificationId: row.id,
    workspaceId: row.workspaceId,
    instagramAccountId: row.instagramAccountId,
    userId: row.userId,
    kind: row.kind,
    ...describeNotification({
      ...row,
      ...toldOfComment(comments.get(row.commentId ?? ''), row.message),
      flowName: flowNames.get(row.flowId ?? '') ?? null,
      accountName: accountNames.get(row.instagramAccountId) ?? null,
    }),
    flowId: row.flowId,
    runId: row.runId,
    nodeId: row.nodeId,
    commentId: row.commentId,
    contactId: row.contactId,
    conversationId: row.conversationId,
    createdAt: row.createdAt.toISOString(),
    readAt: toIso(row.readAt),
  }));
}

/** A comment is shown as it reads now, shortened. */
function toldOfComment(comment: CommentFacts | undefined, message: string | null) {
  const text = comment?.text ?? null;
  const short = text !== null && text.length > maxExcerpt ? `${text.slice(0, maxExcerpt - 1)}…` : text;
  return { authorName: comment?.authorName ?? null, message: comment === undefined ? message : short };
}

import type { RealtimeEvent } from '@instaflow/contracts';
import {
  accountRepository,
  conversationRepository,
  findCommentFacts,
  formatPosition,
  messageRepository,
  notificationRepository,
  realtimeRepository,
  type RealtimeChange,
  type Tx,
} from '@instaflow/db';
import { toAccount } from '../accounts/to-account';
import { toConversation } from '../conversations/to-conversation';
import { toMessage, type MessageView } from '../conversations/to-message';
import { toNotifications } from '../notifications/to-notifications';

type Objects = {
  messages: Map<string, ReturnType<typeof toMessage>>;
  conversations: Map<string, ReturnType<typeof toConversation>>;
  accounts: Map<string, ReturnType<typeof toAccount>>;
  notifications: Map<string, Awaited<ReturnType<typeof toNotifications>>[number]>;
  runs: Map<string, Awaited<ReturnType<typeof realtimeRepository.listRuns>>[number]>;
  comments: Map<string, { commentId: string; flowId: string; nodeId: string | null }>;
};

/**
 * Changes as events that carry their object as the HTTP API shows it now, read in one statement per kind. Of several
 * changes of one kind to one object the last one stands for all; what is gone by now is left out.
 */
export async function hydrateChanges(
  tx: Tx,
  changes: readonly RealtimeChange[],
  view: MessageView,
): Promise<RealtimeEvent[]> {
  const latest = new Map<string, RealtimeChange>();
  for (const change of changes) {
    const key = `${change.type} ${change.entityId}`;
    latest.delete(key);
    latest.set(key, change);
  }
  const kept = [...latest.values()];
  const objects = await readObjects(tx, kept, view);
  return kept.flatMap((change) => toEvent(change, objects) ?? []);
}

async function readObjects(tx: Tx, changes: readonly RealtimeChange[], view: MessageView): Promise<Objects> {
  const messages = await readMessages(
    tx,
    changes.filter(({ type }) => type.startsWith('message.')),
    view,
  );
  const idsOf = (type: RealtimeChange['type']) =>
    changes.filter((change) => change.type === type).map((change) => change.entityId);
  const [conversationIds, accountIds, runIds] = [
    idsOf('conversation.updated'),
    idsOf('account.updated'),
    idsOf('run.updated'),
  ];
  const conversations =
    conversationIds.length === 0 ? [] : await conversationRepository.listByIds(tx, conversationIds);
  const accounts = accountIds.length === 0 ? [] : await accountRepository.listByIds(tx, accountIds);
  const lastWebhooks =
    accountIds.length === 0
      ? new Map<string, Date | null>()
      : await accountRepository.findLastWebhooks(tx, accountIds);
  const runs = runIds.length === 0 ? [] : await realtimeRepository.listRuns(tx, runIds);
  return {
    messages,
    comments: await readComments(tx, idsOf('flow_comment.updated')),
    notifications: await readNotifications(tx, idsOf('notification.created')),
    conversations: new Map(conversations.map((row) => [row.id, toConversation(row)])),
    accounts: new Map(accounts.map((row) => [row.id, toAccount(row, lastWebhooks.get(row.id) ?? null)])),
    runs: new Map(runs.map((run) => [run.runId, run])),
  };
}

async function readMessages(
  tx: Tx,
  changes: readonly RealtimeChange[],
  view: MessageView,
): Promise<Objects['messages']> {
  if (changes.length === 0) return new Map();
  const times = changes.map((change) => (change.entityAt ?? change.createdAt).getTime());
  const rows = await messageRepository.listByIds(tx, {
    ids: [...new Set(changes.map((change) => change.entityId))],
    // A JavaScript date has lost the microseconds of the key.
    since: new Date(Math.min(...times) - 1),
    until: new Date(Math.max(...times) + 1),
  });
  return new Map(rows.map((row) => [row.id, toMessage(row, view)]));
}

async function readNotifications(tx: Tx, ids: readonly string[]): Promise<Objects['notifications']> {
  const rows = ids.length === 0 ? [] : await notificationRepository.listByIds(tx, ids);
  return new Map((await toNotifications(tx, rows)).map((shown) => [shown.notificationId, shown]));
}

async function readComments(tx: Tx, ids: readonly string[]): Promise<Objects['comments']> {
  const comments = await findCommentFacts(tx, ids);
  return new Map(
    [...comments].map(([commentId, { flowId, nodeId }]) => [commentId, { commentId, flowId, nodeId }]),
  );
}

function toEvent(change: RealtimeChange, objects: Objects): RealtimeEvent | null {
  const { type, entityId: id } = change;
  const envelope = {
    id: formatPosition(change),
    workspaceId: change.workspaceId,
    instagramAccountId: change.instagramAccountId,
    at: change.createdAt.toISOString(),
  };
  switch (type) {
    case 'message.created':
      return withData({ type, ...envelope }, objects.messages.get(id));
    case 'message.updated':
      return withData({ type, ...envelope }, objects.messages.get(id));
    case 'conversation.updated':
      return withData({ type, ...envelope }, objects.conversations.get(id));
    case 'account.updated':
      return withData({ type, ...envelope }, objects.accounts.get(id));
    case 'notification.created':
      return withData({ type, ...envelope }, objects.notifications.get(id));
    case 'flow_comment.updated':
      return withData({ type, ...envelope }, objects.comments.get(id));
    case 'run.updated':
      return withData({ type, ...envelope }, objects.runs.get(id));
    case 'unknown':
      return null;
  }
}

/** Null when the object is gone by now. */
function withData<Head, Data>(head: Head, data: Data | undefined): (Head & { data: Data }) | null {
  return data === undefined ? null : { ...head, data };
}

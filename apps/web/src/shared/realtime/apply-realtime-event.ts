import type { Contact, Conversation, InstagramAccount, Message, RealtimeEvent } from '@instaflow/contracts';
import type { QueryClient } from '@tanstack/react-query';
import type { ConversationFilter } from '../api/conversation-filter';
import { queryKeys } from '../api/query-keys';
import { upsertConversation, type ConversationPages } from './conversation-pages';
import { upsertMessage, type MessagePages } from './message-pages';
import { addNotification, type NotificationPages } from './notification-pages';

type AccountList = { instagramAccounts: InstagramAccount[] };

/**
 * Patches what is cached by one event; nothing is read again, except a trace that is on screen. To comments the builder
 * listens itself.
 */
export function applyRealtimeEvent(client: QueryClient, event: RealtimeEvent, userId: string | null): void {
  switch (event.type) {
    case 'message.created':
    case 'message.updated':
      return patchMessage(client, event.data);
    case 'conversation.updated':
      return patchConversation(client, event.data, userId);
    case 'account.updated':
      return patchAccount(client, event.data);
    case 'run.updated':
      client.setQueryData<Contact>(queryKeys.contact(event.data.contactId), (contact) => {
        if (!contact) return contact;
        const isWaiting = event.data.nodeId !== null && event.data.status === 'waiting';
        return {
          ...contact,
          currentFlowId: isWaiting ? event.data.flowId : null,
          currentFlowStepNodeId: isWaiting ? event.data.nodeId : null,
        };
      });
      void client.invalidateQueries({ queryKey: queryKeys.contactTurns(event.data.contactId) });
      void client.invalidateQueries({ queryKey: queryKeys.contactRuns(event.data.contactId) });
      void client.invalidateQueries({ queryKey: queryKeys.run(event.data.runId) });
      return;
    case 'flow_comment.updated':
      return;
    case 'notification.created':
      client.setQueryData<NotificationPages>(queryKeys.notifications, (data) =>
        data ? addNotification(data, event.data) : data,
      );
      return;
  }
}

export function patchMessage(client: QueryClient, message: Message): void {
  client.setQueryData<MessagePages>(queryKeys.messages(message.conversationId), (data) =>
    data ? upsertMessage(data, message) : data,
  );
}

export function patchConversation(
  client: QueryClient,
  conversation: Conversation,
  userId: string | null,
): void {
  client.setQueryData<Conversation>(queryKeys.conversation(conversation.conversationId), conversation);
  const { contactId, automationPausedUntil } = conversation;
  client.setQueryData<Contact>(queryKeys.contact(contactId), (contact) =>
    contact ? { ...contact, automationPausedUntil } : contact,
  );
  const lists = client.getQueriesData<ConversationPages>({
    queryKey: queryKeys.conversations(conversation.instagramAccountId),
  });
  for (const [key, data] of lists) {
    if (!data) continue;
    // The third part of such a key is always the filter: only `queryKeys.conversationList` makes them.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
    const filter = (key[2] ?? {}) as ConversationFilter;
    client.setQueryData<ConversationPages>(key, upsertConversation(data, conversation, filter, userId));
  }
}

export function patchAccount(client: QueryClient, account: InstagramAccount): void {
  client.setQueryData<AccountList>(queryKeys.accounts, (data) => {
    if (!data) return data;
    const instagramAccounts = data.instagramAccounts.map((known) =>
      known.instagramAccountId === account.instagramAccountId ? account : known,
    );
    return { ...data, instagramAccounts };
  });
}

import type { Conversation } from '@instaflow/contracts';
import type { ConversationFilter } from '../api/conversation-filter';

export type ConversationPage = { conversations: Conversation[]; total: number; nextCursor: string | null };
export type ConversationPages = { pages: ConversationPage[]; pageParams: unknown[] };

/** Whether a conversation belongs into a filtered list. A search is left to the server. */
export function matchesFilter(
  conversation: Conversation,
  filter: ConversationFilter,
  userId: string | null,
): boolean {
  if (filter.status && conversation.status !== filter.status) return false;
  if (filter.unread && conversation.unreadCount === 0) return false;
  if (filter.assignedTo === 'me' && conversation.assignedAgentId !== userId) return false;
  if (filter.assignedTo === 'nobody' && conversation.assignedAgentId !== null) return false;
  return true;
}

const lastAt = (conversation: Conversation): string =>
  conversation.lastMessageTimestamp ?? conversation.createdAt;

/** Takes a changed conversation into a list: moved to its place by time, or out when it no longer belongs. */
export function upsertConversation(
  data: ConversationPages,
  conversation: Conversation,
  filter: ConversationFilter,
  userId: string | null,
): ConversationPages {
  const isKnown = data.pages.some((page) =>
    page.conversations.some((c) => c.conversationId === conversation.conversationId),
  );
  const belongs = matchesFilter(conversation, filter, userId) && (isKnown || !filter.search);
  const without = data.pages.map((page) => ({
    ...page,
    conversations: page.conversations.filter((c) => c.conversationId !== conversation.conversationId),
    total: page.total + Number(belongs) - Number(isKnown),
  }));
  if (!belongs) return { ...data, pages: without };
  return { ...data, pages: insertByTime(without, conversation) };
}

function insertByTime(pages: ConversationPage[], conversation: Conversation): ConversationPage[] {
  const at = lastAt(conversation);
  const found = pages.findIndex((page) => page.conversations.some((c) => lastAt(c) <= at));
  const target = found === -1 ? pages.length - 1 : found;
  return pages.map((page, index) => {
    if (index !== target) return page;
    const position = page.conversations.findIndex((c) => lastAt(c) <= at);
    const place = position === -1 ? page.conversations.length : position;
    return { ...page, conversations: page.conversations.toSpliced(place, 0, conversation) };
  });
}

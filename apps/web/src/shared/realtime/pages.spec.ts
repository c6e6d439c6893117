import type { Conversation, Message } from '@instaflow/contracts';
import { matchesFilter, upsertConversation, type ConversationPages } from './conversation-pages';
import { flattenMessages, upsertMessage, type MessagePages } from './message-pages';

const message = (id: string, second: number, text = ''): Message =>
  ({
    messageLogId: id,
    timestamp: `2026-11-20T10:00:${String(second).padStart(2, '0')}.000Z`,
    content: { text },
  }) as Message;

const conversation = (id: string, second: number, more: Partial<Conversation> = {}): Conversation =>
  ({
    conversationId: id,
    status: 'open',
    unreadCount: 0,
    assignedAgentId: null,
    createdAt: '2026-11-20T09:00:00.000Z',
    lastMessageTimestamp: `2026-11-20T10:00:${String(second).padStart(2, '0')}.000Z`,
    ...more,
  }) as Conversation;

const messagePages = (...pages: Message[][]): MessagePages => ({
  pages: pages.map((messages) => ({ messages, total: 9, nextCursor: null })),
  pageParams: pages.map((_, index) => index + 1),
});

const listOf = (...pages: Conversation[][]): ConversationPages => ({
  pages: pages.map((conversations) => ({ conversations, total: 3, nextCursor: null })),
  pageParams: pages.map((_, index) => index + 1),
});

const ids = (data: ConversationPages) =>
  data.pages.map((page) => page.conversations.map((c) => c.conversationId));

describe('upsertMessage', () => {
  it('adds a new message to the latest page, in order of time', () => {
    const data = upsertMessage(
      messagePages([message('b', 2), message('d', 4)], [message('a', 1)]),
      message('c', 3),
    );
    expect(flattenMessages(data).map((m) => m.messageLogId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('replaces a known one, also on an older page, however often it comes', () => {
    const start = messagePages([message('b', 2)], [message('a', 1)]);
    const once = upsertMessage(start, message('a', 1, 'edited'));
    const twice = upsertMessage(once, message('a', 1, 'edited'));
    expect(twice).toEqual(once);
    expect(flattenMessages(twice)[0]?.content.text).toBe('edited');
  });
});

describe('upsertConversation', () => {
  it('moves a conversation with a new message to the top', () => {
    const data = listOf([conversation('a', 5), conversation('b', 4)], [conversation('c', 3)]);
    expect(ids(upsertConversation(data, conversation('c', 9), {}, null))).toEqual([['c', 'a', 'b'], []]);
  });

  it('takes out what the filter no longer shows and lowers the total', () => {
    const data = listOf([conversation('a', 5), conversation('b', 4)]);
    const next = upsertConversation(
      data,
      conversation('a', 6, { status: 'closed' }),
      { status: 'open' },
      null,
    );
    expect(ids(next)).toEqual([['b']]);
    expect(next.pages[0]?.total).toBe(2);
  });

  it('does not add strangers to a search', () => {
    const data = listOf([conversation('a', 5)]);
    expect(ids(upsertConversation(data, conversation('z', 9), { search: 'ann' }, null))).toEqual([['a']]);
  });

  it('fills an empty list', () => {
    expect(ids(upsertConversation(listOf([]), conversation('a', 1), {}, null))).toEqual([['a']]);
  });
});

describe('matchesFilter', () => {
  it.each([
    [{ unread: true }, { unreadCount: 0 }, false],
    [{ unread: true }, { unreadCount: 2 }, true],
    [{ assignedTo: 'me' }, { assignedAgentId: 'me-id' }, true],
    [{ assignedTo: 'me' }, { assignedAgentId: 'other' }, false],
    [{ assignedTo: 'nobody' }, { assignedAgentId: null }, true],
    [{ status: 'closed' }, { status: 'open' }, false],
  ] as const)('with %j shows %j: %s', (filter, more, expected) => {
    expect(matchesFilter(conversation('a', 1, more), filter, 'me-id')).toBe(expected);
  });
});

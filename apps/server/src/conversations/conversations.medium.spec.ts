import { endpoints, type InstagramAccount } from '@instaflow/contracts';
import { connect, deliver, receiveText, signUp, type TestUser } from '../spec-support/scenario';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';

let test: TestApp;
let user: TestUser;
let account: InstagramAccount;

const webhook = (entry: object) => ({
  object: 'instagram',
  entry: [{ id: account.instagramUserId, time: Date.now(), ...entry }],
});
const comment = (from: { id: string; username: string }, id: string, text: string) =>
  webhook({
    changes: [
      { field: 'comments', value: { id, from, text, media: { id: '900', media_product_type: 'FEED' } } },
    ],
  });
const gesture = (personId: string, what: object) =>
  webhook({
    messaging: [
      {
        sender: { id: personId },
        recipient: { id: account.instagramUserId },
        timestamp: Date.now(),
        ...what,
      },
    ],
  });
const listConversations = (query: Record<string, string | boolean> = {}) =>
  test.api.ok(endpoints.listConversations, {
    token: user.token,
    params: { id: account.instagramAccountId },
    query,
  });

beforeAll(async () => {
  test = await startTestApp();
  user = await signUp(test);
});
beforeEach(async () => (account = await connect(test, user)));
afterAll(() => test.close());

describe('the list of conversations', () => {
  it('shows a person who only commented, with the comment as latest message and in the thread', async () => {
    await deliver(test, comment({ id: '661', username: 'commenter' }, 'c-1', 'price please'));
    const { conversations, total } = await listConversations();
    expect(total).toBe(1);
    expect(conversations).toMatchObject([
      {
        instagramUsername: 'commenter',
        unreadCount: 1,
        lastMessageContent: 'price please',
        windowExpiresAt: null,
      },
    ]);
    const { messages } = await test.api.ok(endpoints.listMessages, {
      token: user.token,
      params: { id: conversations[0]?.conversationId ?? '' },
    });
    expect(messages).toMatchObject([{ type: 'comment', direction: 'inbound' }]);
    expect(JSON.stringify(messages[0])).toContain('price please');
  });

  it('finds that person by name, by what was written and as unread', async () => {
    await deliver(test, comment({ id: '662', username: 'lena.k' }, 'c-2', 'size M?'));
    const queries: Record<string, string | boolean>[] = [
      { search: 'lena' },
      { search: 'size m' },
      { unread: true },
    ];
    for (const query of queries) {
      expect((await listConversations(query)).total).toBe(1);
    }
  });

  it('leaves out people of whom there is nothing to read', async () => {
    await deliver(test, gesture('663', { reaction: { mid: 'm-old', action: 'react', emoji: '❤' } }));
    await deliver(test, gesture('664', { read: { mid: 'm-old' } }));
    expect((await listConversations()).total).toBe(0);
  });

  it('leaves out comments of the account itself', async () => {
    await deliver(test, comment({ id: account.instagramUserId, username: 'shop' }, 'c-3', 'thanks all'));
    expect((await listConversations()).total).toBe(0);
  });
});

describe('a message of an agent', () => {
  const forgetRequests = () => test.deps.engineSource.query('DELETE FROM idempotency_key');

  it('is stored once when its request is made again because nobody answered the first', async () => {
    const { conversationId: id } = await receiveText(test, user, account);
    const send = (text: string) =>
      test.api.ok(endpoints.sendMessage, {
        token: user.token,
        params: { id },
        body: { text },
        headers: { 'idempotency-key': 'agent-1' },
      });
    const first = await send('On its way.');
    // What is left of a request whose process died, or lost the database, after the message was stored.
    await forgetRequests();
    expect((await send('On its way.')).messageLogId).toBe(first.messageLogId);
    await forgetRequests();
    expect((await send('Another text.')).messageLogId).not.toBe(first.messageLogId);
    const { messages } = await test.api.ok(endpoints.listMessages, { token: user.token, params: { id } });
    const own = messages.filter(({ direction }) => direction === 'outbound');
    expect(own.map(({ content }) => content.text)).toEqual(['On its way.', 'Another text.']);
  });
});

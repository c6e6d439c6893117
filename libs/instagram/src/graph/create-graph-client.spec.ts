import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphClient, type GraphClient } from './create-graph-client';

const access = { accountInstagramId: '17841405822304914', token: 'very-secret-token' };

describe('the Graph client', () => {
  let server: Server;
  let client: GraphClient;
  let seen: { method?: string; url?: string; authorization?: string; body: unknown }[];
  let respond: (request: IncomingMessage, response: ServerResponse) => void;

  beforeEach(async () => {
    seen = [];
    const handle = async (request: IncomingMessage, response: ServerResponse) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const { method, url, headers } = request;
      seen.push({
        method,
        url,
        authorization: headers.authorization,
        body: text === '' ? null : JSON.parse(text),
      });
      respond(request, response);
    };
    server = createServer((request, response) => void handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = createGraphClient({ baseUrl: `http://127.0.0.1:${port}/`, version: 'v25.0', timeoutMs: 500 });
  });
  afterEach(async () => {
    await client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    respond = (_request, response) =>
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };

  it('sends a message as Meta documents it', async () => {
    answer(200, { recipient_id: '5', message_id: 'm1' }, { 'x-app-usage': '{"call_count":12}' });
    const sent = await client.sendMessage({
      ...access,
      recipientId: '5',
      message: { text: 'Hi' },
      isHumanAgent: true,
    });
    expect(sent).toEqual({
      ok: true,
      messageId: 'm1',
      recipientId: '5',
      usage: { percent: 12, regainAccessMs: 0 },
    });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/v25.0/17841405822304914/messages',
        authorization: 'Bearer very-secret-token',
        body: {
          recipient: { id: '5' },
          message: { text: 'Hi' },
          tag: 'HUMAN_AGENT',
          messaging_type: 'MESSAGE_TAG',
        },
      },
    ]);
  });

  it('answers comments privately and in public', async () => {
    answer(200, { recipient_id: '5', message_id: 'm1' });
    await client.sendPrivateReply({ ...access, commentId: '9', message: { text: 'Hi' } });
    answer(200, { id: '10' });
    expect(await client.replyToComment({ ...access, commentId: '9', text: 'Look' })).toMatchObject({
      ok: true,
      id: '10',
    });
    expect(seen).toMatchObject([
      { body: { recipient: { comment_id: '9' }, message: { text: 'Hi' } } },
      { url: '/v25.0/9/replies', body: { message: 'Look' } },
    ]);
  });

  it('refuses what Instagram would refuse without asking it', async () => {
    const sent = await client.sendMessage({ ...access, recipientId: '5', message: {} });
    expect(sent).toMatchObject({ ok: false, outcome: 'content' });
    expect(seen).toEqual([]);
  });

  it.each([
    ['an error of Graph', 400, { error: { code: 613, fbtrace_id: 'T1' } }, 'throttled'],
    ['a page of a proxy', 502, '<html>', 'ambiguous'],
    ['JSON of another shape', 200, { hello: 1 }, 'ambiguous'],
    ['an empty answer', 200, '', 'ambiguous'],
  ])('sorts %s', async (_name, status, body, outcome) => {
    answer(status, body);
    const sent = await client.sendMessage({ ...access, recipientId: '5', message: { text: 'Hi' } });
    expect(sent).toMatchObject({ ok: false, outcome });
    expect(JSON.stringify(sent)).not.toContain(access.token);
  });

  it('takes a connection that breaks after the request as ambiguous', async () => {
    respond = (request) => request.socket.destroy();
    const sent = await client.sendMessage({ ...access, recipientId: '5', message: { text: 'Hi' } });
    expect(sent).toMatchObject({ ok: false, outcome: 'ambiguous' });
    expect(seen).toHaveLength(1);
  });

  it('takes an answer that does not come in time as ambiguous', async () => {
    respond = () => undefined;
    const sent = await client.sendMessage({ ...access, recipientId: '5', message: { text: 'Hi' } });
    expect(sent).toMatchObject({ ok: false, outcome: 'ambiguous' });
  });

  it('knows that nothing was sent when nobody listens', async () => {
    const nobody = createGraphClient({ baseUrl: 'http://127.0.0.1:9', version: 'v25.0' });
    const sent = await nobody.sendMessage({ ...access, recipientId: '5', message: { text: 'Hi' } });
    expect(sent).toMatchObject({ ok: false, outcome: 'not_sent' });
    await nobody.destroy();
    expect(await nobody.getMe({ token: 'x' })).toMatchObject({ ok: false, outcome: 'not_sent' });
  });

  it.each([
    [{ id: 1, user_id: '17841405822304914', username: 'shop' }],
    [{ data: [{ id: 1, user_id: '17841405822304914', username: 'shop' }] }],
  ])('reads whose token it is from %j', async (body) => {
    answer(200, JSON.stringify(body).replace('"17841405822304914"', '17841405822304914'));
    expect(await client.getMe({ token: 't' })).toMatchObject({
      ok: true,
      userId: '17841405822304914',
      username: 'shop',
    });
  });

  it('reads profiles, and takes missing consent as what it is', async () => {
    answer(200, {
      name: 'Anna B',
      username: 'anna',
      profile_pic: null,
      is_user_follow_business: false,
      id: '5',
    });
    expect(await client.getProfile({ ...access, personId: '5' })).toMatchObject({
      ok: true,
      name: 'Anna B',
      isFollower: false,
      profilePictureUrl: null,
    });
    answer(400, { error: { code: 230 } });
    expect(await client.getProfile({ ...access, personId: '5' })).toMatchObject({
      ok: false,
      outcome: 'consent',
    });
  });

  it('finds the newest messages of a person', async () => {
    respond = ({ url }, response) =>
      response.end(
        url?.includes('/conversations')
          ? JSON.stringify({ data: [{ id: 'thread=1' }] })
          : JSON.stringify({
              messages: {
                data: [
                  { id: 'm1', created_time: '2025-07-28T22:44:49+0000', from: { id: '1' }, message: 'Hi' },
                  { id: 'm2', created_time: 'never' },
                ],
              },
            }),
      );
    const list = await client.listConversationMessages({ ...access, personId: '5' });
    expect(list).toMatchObject({
      ok: true,
      messages: [{ mid: 'm1', createdAt: Date.UTC(2025, 6, 28, 22, 44, 49), fromId: '1', text: 'Hi' }],
    });
    expect(seen.map(({ url }) => url?.split('?')[0])).toEqual([
      '/v25.0/17841405822304914/conversations',
      '/v25.0/thread%3D1',
    ]);
    answer(200, { data: [] });
    expect(await client.listConversationMessages({ ...access, personId: '5' })).toMatchObject({
      ok: true,
      messages: [],
    });
  });

  it('subscribes, lists and unsubscribes webhooks; a lost answer there is merely tried again', async () => {
    answer(200, { success: true });
    expect(await client.subscribeApp({ ...access, fields: ['messages', 'comments'] })).toMatchObject({
      ok: true,
    });
    expect(seen[0]?.url).toBe(
      '/v25.0/17841405822304914/subscribed_apps?subscribed_fields=messages%2Ccomments',
    );
    expect(await client.unsubscribeApp(access)).toMatchObject({ ok: true });
    answer(200, { data: [{ id: '1', subscribed_fields: ['messages'] }] });
    expect(await client.getSubscriptions(access)).toMatchObject({ ok: true, fields: ['messages'] });
    answer(502, 'x');
    expect(await client.subscribeApp(access)).toMatchObject({ ok: false, outcome: 'transient' });
  });

  it('exchanges and refreshes tokens', async () => {
    answer(200, { access_token: 'long', token_type: 'bearer', expires_in: 5_183_944 });
    const long = await client.exchangeToken({ shortLivedToken: 'short', appSecret: 's' });
    expect(long).toMatchObject({ ok: true, token: 'long', expiresInMs: 5_183_944_000 });
    await client.refreshToken({ token: 'long' });
    expect(seen.map(({ url }) => url)).toEqual([
      '/access_token?grant_type=ig_exchange_token&client_secret=s&access_token=short',
      '/refresh_access_token?grant_type=ig_refresh_token&access_token=long',
    ]);
  });
});

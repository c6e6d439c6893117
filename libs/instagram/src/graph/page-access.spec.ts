import { pageAccess, readAccess } from './page-access';
import { createGraphClient, type GraphClient } from './create-graph-client';
import { startGraphStub, type GraphStub } from '../spec-support/start-graph-stub';

describe('the access of a Page', () => {
  it('holds the Page and its token', () => {
    const access = pageAccess({ pageId: '42', token: 'EAA.b.c' });
    expect(readAccess(access)).toEqual({ pageId: '42', token: 'EAA.b.c' });
  });

  it.each(['IGAAsecret', 'page.', 'page.x.y', 'page.12', ''])('is not seen in the token “%s”', (token) => {
    expect(readAccess(token)).toEqual({ pageId: null, token });
  });
});

describe('the calls of an account with Facebook Login', () => {
  let stub: GraphStub;
  let client: GraphClient;
  const access = { accountInstagramId: '1784', token: pageAccess({ pageId: '42', token: 'PAGE' }) };

  beforeEach(async () => {
    stub = await startGraphStub();
    const urls = { baseUrl: `${stub.url}/ig`, facebookBaseUrl: `${stub.url}/fb` };
    client = createGraphClient({ ...urls, version: 'v25.0', timeoutMs: 2_000 });
    stub.answer({
      body: { success: true, data: [], message_id: 'm', recipient_id: '5', id: '9', attachment_id: '7' },
    });
  });
  afterEach(async () => {
    await client.destroy();
    await stub.close();
  });

  it.each<[string, string, (graph: GraphClient) => Promise<unknown>]>([
    [
      'messages',
      '42/messages',
      (graph) => graph.sendMessage({ ...access, recipientId: '5', message: { text: 'Hi' } }),
    ],
    [
      'typing',
      '42/messages',
      (graph) => graph.sendAction({ ...access, recipientId: '5', action: 'typing_on' }),
    ],
    [
      'private replies',
      '42/messages',
      (graph) => graph.sendPrivateReply({ ...access, commentId: '8', message: { text: 'Hi' } }),
    ],
    ['conversations', '42/conversations', (graph) => graph.listConversations(access)],
    ['ice breakers', '42/messenger_profile', (graph) => graph.getIceBreakers(access)],
    [
      'uploads',
      '42/message_attachments',
      (graph) => graph.uploadAttachment({ ...access, type: 'image', url: 'https://example.com/a.png' }),
    ],
    ['webhooks', '42/subscribed_apps', (graph) => graph.getSubscriptions(access)],
    [
      'public replies',
      '8/replies',
      (graph) => graph.replyToComment({ ...access, commentId: '8', text: 'Hi' }),
    ],
    ['posts', '1784/media', (graph) => graph.listMedia(access)],
    ['profiles', '5', (graph) => graph.getProfile({ ...access, personId: '5' })],
  ])('go to Facebook with the bare token and the right node: %s', async (_name, path, call) => {
    expect(await call(client)).toMatchObject({ ok: true });
    expect(stub.seen).toMatchObject([{ path: `/fb/v25.0/${path}`, authorization: 'Bearer PAGE' }]);
  });

  it('subscribe fields that a Page knows', async () => {
    await client.subscribeApp(access);
    expect(stub.seen[0]).toMatchObject({
      path: '/fb/v25.0/42/subscribed_apps',
      query: { subscribed_fields: 'messages,feed' },
    });
  });

  it('ask the Page for the account it is linked to', async () => {
    stub.answer({ body: { id: '42', instagram_business_account: { id: '1784', username: 'bloom' } } });
    expect(await client.getMe(access)).toMatchObject({
      ok: true,
      id: null,
      userId: '1784',
      username: 'bloom',
    });
    expect(stub.seen[0]).toMatchObject({ path: '/fb/v25.0/me' });
  });

  it('say when the Page is not linked any more', async () => {
    stub.answer({ body: { id: '42' } });
    expect(await client.getMe(access)).toMatchObject({
      ok: false,
      graphCode: null,
      sentence: expect.stringContaining('not linked'),
    });
  });

  it('leave those of Instagram Login at Instagram', async () => {
    await client.getSubscriptions({ accountInstagramId: '1784', token: 'IG' });
    expect(stub.seen).toMatchObject([{ path: '/ig/v25.0/1784/subscribed_apps', authorization: 'Bearer IG' }]);
  });
});

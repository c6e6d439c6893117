import { flow, message, start, type FlowDefinition } from '@instaflow/flow-model';
import { endpoints, type InstagramAccount } from '@instaflow/contracts';
import { connect, deliver, receiveText, signUp, textWebhook, type TestUser } from './spec-support/scenario';
import { metaSecret, startTestApp, verifyToken, type TestApp } from './spec-support/start-test-app';

let test: TestApp;
let user: TestUser;
let account: InstagramAccount;
beforeAll(async () => {
  test = await startTestApp();
  user = await signUp(test);
  account = await connect(test, user);
});
afterAll(() => test.close());

const countEvents = async () => {
  const [row] = await test.deps.engineSource.query<{ count: string }[]>('SELECT count(*) FROM inbound_event');
  return Number(row?.count);
};
const webhook = () =>
  textWebhook({ accountId: account.instagramUserId, personId: '600000000000001', text: 'hello' });

describe('the webhook', () => {
  it.each([
    ['made with another secret', { secret: 'not the secret' }],
    ['of the wrong length', { signature: 'sha256=abcd' }],
    ['that is not hex', { signature: `sha256=${'z'.repeat(64)}` }],
    ['that is empty', { signature: '' }],
  ])('refuses a signature %s with 401 and stores nothing', async (_name, options) => {
    const before = await countEvents();
    expect((await deliver(test, webhook(), options)).statusCode).toBe(401);
    expect(await countEvents()).toBe(before);
  });

  it('takes either of the two configured secrets', async () => {
    expect((await deliver(test, webhook())).body).toBe('EVENT_RECEIVED');
    expect((await deliver(test, webhook(), { secret: metaSecret })).statusCode).toBe(200);
  });

  it.each([
    ['malformed JSON', '{"object":'],
    ['another object', JSON.stringify({ object: 'whatsapp', entry: [] })],
    ['a number', '7'],
  ])('refuses %s with 400', async (_name, body) => {
    const answer = await deliver(test, body);
    expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([
      400,
      { code: 'malformed_webhook', message: expect.any(String) },
    ]);
  });

  it('takes events of accounts nobody connected, and kinds nobody knows', async () => {
    const foreign = textWebhook({ accountId: '17841400000000001', personId: '1', text: 'x' });
    expect((await deliver(test, foreign)).statusCode).toBe(200);
    const unknown = { object: 'instagram', entry: [{ id: account.instagramUserId, time: 1, novelty: [{}] }] };
    expect((await deliver(test, unknown)).statusCode).toBe(200);
  });

  it('refuses more than 4 MiB with 413', async () => {
    expect((await deliver(test, ' '.repeat(4_194_305))).statusCode).toBe(413);
  });

  it('stores an event once however often it comes', async () => {
    const before = await countEvents();
    const same = webhook();
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(test, same)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(200));
    expect(await countEvents()).toBe(before + 1);
  });

  it('echoes the challenge to whoever knows the verify token, else 403', async () => {
    const ask = (token: string) =>
      test.app.inject({
        url: '/api/v1/webhooks/instagram',
        query: { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token },
      });
    const known = await ask(verifyToken);
    expect([known.statusCode, known.body, known.headers['content-type']]).toEqual([
      200,
      '1158201444',
      expect.stringMatching(/^text\/plain/),
    ]);
    expect((await ask('guess')).statusCode).toBe(403);
  });
});

describe('bodies of the API', () => {
  const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    test.app.inject({
      method: 'POST',
      url: `/api/v1/instagram-accounts/${account.instagramAccountId}/flows`,
      headers: { authorization: `Bearer ${user.token}`, 'content-type': 'application/json', ...headers },
      payload,
    });

  it.each([
    ['malformed JSON', '{"name":'],
    ['U+0000', '{"name":"a\\u0000b"}'],
    ['half of a surrogate pair', '{"name":"a\\ud800b"}'],
    ['a key into the prototype', '{"name":"x","flowDefinition":{"__proto__":{"x":1}}}'],
    ['a constructor key', '{"name":"x","flowDefinition":{"constructor":{"x":1}}}'],
    ['20,000 levels', `{"name":"x","flowDefinition":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`],
  ])('with %s are refused with 400', async (_name, payload) => {
    const response = await send(payload);
    expect([response.statusCode, response.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'malformed_request' }),
    ]);
  });

  it('that are not UTF-8 are refused with 400', async () => {
    expect((await send(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).statusCode).toBe(400);
  });

  it('of more than a megabyte are refused with 413, compressed or foreign ones with 415', async () => {
    const large = await send(JSON.stringify({ name: 'x'.repeat(1_100_000) }));
    expect([large.statusCode, large.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'payload_too_large' }),
    ]);
    expect((await send('x', { 'content-encoding': 'gzip' })).statusCode).toBe(415);
    expect((await send('<x/>', { 'content-type': 'text/xml' })).statusCode).toBe(415);
  });

  it('cannot smuggle U+0000 or numbers that are too large through the address', async () => {
    const url = `/api/v1/instagram-accounts/${account.instagramAccountId}/contacts`;
    const headers = { authorization: `Bearer ${user.token}` };
    expect((await test.app.inject({ url: `${url}?search=a%00b`, headers })).statusCode).toBe(400);
    expect((await test.app.inject({ url: `${url}?cursor=bm9wZQ`, headers })).statusCode).toBe(400);
    const flowUrl = `/api/v1/flows/${account.instagramAccountId}/versions/99999999999999`;
    expect([400, 404]).toContain((await test.app.inject({ url: flowUrl, headers })).statusCode);
  });

  it('of a login without a password are refused with 400', async () => {
    const answer = await test.api.call(endpoints.login, { body: { email: 'a@example.com' } });
    expect(answer.status).toBe(400);
  });
});

describe('flows that cannot work', () => {
  const publish = async (flowDefinition: FlowDefinition) => {
    const { token } = user;
    const params = { id: account.instagramAccountId };
    const created = await test.api.ok(endpoints.createFlow, {
      token,
      params,
      body: { name: 'Broken', flowDefinition },
    });
    return test.api.call(endpoints.publishFlow, { token, params: { id: created.flowId } });
  };

  it.each([
    ['edges that point nowhere', flow(start({ to: [{ node: 'nowhere' }] }), message('Hi'))],
    [
      'a loop that never waits',
      flow(
        start(),
        message('Hi', { id: 'a', to: [{ node: 'b' }] }),
        message('Ho', { id: 'b', to: [{ node: 'a' }] }),
      ),
    ],
    ['a message that says nothing', flow(start(), message(''))],
  ])('are saved as drafts and refused with 422 on publish: %s', async (_name, definition) => {
    const answer = await publish(definition);
    expect([answer.status, answer.error.code]).toEqual([422, 'invalid_flow']);
    expect(answer.error.details).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          path: expect.any(String),
          code: expect.any(String),
          message: expect.any(String),
        }),
      ]),
    );
  });

  it('are refused with 422 when they are no flow at all', async () => {
    const answer = await test.api.call(endpoints.createFlow, {
      token: user.token,
      params: { id: account.instagramAccountId },
      body: { name: 'No flow', flowDefinition: { nodes: 'none' } },
    });
    expect([answer.status, answer.error.code]).toEqual([422, 'invalid_flow']);
  });
});

describe('messages that cannot be sent', () => {
  it('are refused: a megabyte, 10,001 characters, nothing, an unknown conversation', async () => {
    const { conversationId } = await receiveText(test, user, account);
    const send = (body: object, id = conversationId) =>
      test.api.call(endpoints.sendMessage, { token: user.token, params: { id }, body });
    expect((await send({ text: 'x'.repeat(1_048_576) })).status).toBe(413);
    expect((await send({ text: 'x'.repeat(10_001) })).status).toBe(400);
    expect((await send({})).status).toBe(400);
    expect((await send({ mediaUrl: 'javascript:alert(1)' })).status).toBe(400);
    expect((await send({ text: 'hi' }, '01900000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('are refused with 422 seven days after the person last wrote', async () => {
    const conversation = await receiveText(test, user, account);
    await test.deps.engineSource.query(
      `UPDATE conversation SET last_user_message_at = now() - interval '7 days 1 minute' WHERE id = $1`,
      [conversation.conversationId],
    );
    const answer = await test.api.call(endpoints.sendMessage, {
      token: user.token,
      params: { id: conversation.conversationId },
      body: { text: 'too late' },
    });
    expect([answer.status, answer.error.code]).toEqual([422, 'outside_messaging_window']);
  });
});

describe('while the database is away', () => {
  it('answers 503 with Retry-After, and nothing else breaks', async () => {
    const original = test.deps.appSource.transaction.bind(test.deps.appSource);
    const broken = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    test.deps.appSource.transaction = () => Promise.reject(broken);
    try {
      const answer = await test.api.call(endpoints.listAccounts, { token: user.token });
      expect([answer.status, answer.error.code]).toEqual([503, 'service_unavailable']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      test.deps.appSource.transaction = original;
    }
    expect((await test.api.call(endpoints.listAccounts, { token: user.token })).status).toBe(200);
  });
});

import { connect, deliver, signUp, textWebhook } from '../spec-support/scenario';
import { metaSecret, startTestApp, verifyToken, type TestApp } from '../spec-support/start-test-app';

let test: TestApp;
let accountId: string;
let secrets: string[];

const event = () => textWebhook({ accountId, personId: '770011', text: 'hi' });
const countEvents = async () => {
  const [row] = await test.deps.engineSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM inbound_event',
  );
  return row?.count;
};
const handshake = (query: Record<string, string>) =>
  test.app.inject({
    method: 'GET',
    url: `/api/v1/webhooks/instagram?${new URLSearchParams(query).toString()}`,
  });

beforeAll(async () => {
  test = await startTestApp();
  secrets = test.deps.config.instagram.webhookSecrets;
  accountId = (await connect(test, await signUp(test))).instagramUserId;
});
afterAll(() => test.close());
afterEach(() => (test.deps.config.instagram.webhookSecrets = secrets));

describe('webhooks while no secret is configured', () => {
  beforeEach(() => (test.deps.config.instagram.webhookSecrets = []));

  it.each([
    ['a signature', undefined],
    ['a signature made with an empty secret', ''],
  ])('are answered 503 whoever sends them, with %s, and nothing is stored', async (_name, secret) => {
    const before = await countEvents();
    const answer = await deliver(test, event(), secret === undefined ? {} : { secret });
    expect(answer.statusCode).toBe(503);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'service_unavailable' });
    expect(await countEvents()).toBe(before);
  });

  it('open again with a secret', async () => {
    test.deps.config.instagram.webhookSecrets = secrets;
    expect((await deliver(test, event())).statusCode).toBe(200);
  });
});

describe('webhooks', () => {
  it('are taken with either of two secrets', async () => {
    expect((await deliver(test, event(), { secret: metaSecret })).statusCode).toBe(200);
    expect((await deliver(test, event(), { secret: 'a third' })).statusCode).toBe(401);
  });
});

describe("Meta's handshake", () => {
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': '1158201444' };

  it('echoes the challenge as text', async () => {
    const answer = await handshake(right);
    expect([answer.statusCode, answer.body]).toEqual([200, '1158201444']);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  });

  it.each([
    ['another token', { ...right, 'hub.verify_token': 'guess' }],
    ['an empty token', { ...right, 'hub.verify_token': '' }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken }],
  ])('answers 403 to %s', async (_name, query) => {
    expect((await handshake(query)).statusCode).toBe(403);
  });
});

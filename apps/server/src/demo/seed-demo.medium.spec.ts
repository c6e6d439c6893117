import { endpoints } from '@instaflow/contracts';
import { deliver, textWebhook } from '../spec-support/scenario';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';
import { waitFor } from '@instaflow/testing';
import { demoEmail } from './demo-login';
import { seedDemo } from './seed-demo';

const password = 'amber-fern-lemon-quartz-1234';
let test: TestApp;
let phoneUrls: (string | null)[];

const seed = () => seedDemo({ ...test.deps, config: { ...test.deps.config, demoPassword: password } });
const signIn = () => test.api.ok(endpoints.login, { body: { email: demoEmail, password } });
const listAccounts = async (token: string) =>
  (await test.api.ok(endpoints.listAccounts, { token })).instagramAccounts;
const calls = (path: string) =>
  test.graph.requests.filter((request) => request.method === 'POST' && request.path === path);

beforeAll(async () => {
  test = await startTestApp({ simulator: true, workers: true });
  phoneUrls = await Promise.all([seed(), seed(), seed()]);
});
afterAll(() => test.close());

describe('the demo', () => {
  it('can be signed in to and shows a connected, simulated account', async () => {
    const { token } = await signIn();
    expect(await listAccounts(token)).toMatchObject([
      { instagramUsername: 'demo.shop', status: 'connected' },
    ]);
  });

  it('exists once, however many processes start at the same moment and how often', async () => {
    await seed();
    const { token } = await signIn();
    const { workspaces } = await test.api.ok(endpoints.listWorkspaces, { token });
    const [account] = await listAccounts(token);
    const { flows } = await test.api.ok(endpoints.listFlows, {
      token,
      params: { id: account?.instagramAccountId ?? '' },
    });
    expect(workspaces).toHaveLength(1);
    expect(flows.map(({ name, status }) => `${name}: ${status}`).sort()).toEqual([
      'Comment to DM: active',
      'Welcome: active',
    ]);
    expect(calls('/_control/accounts')).toHaveLength(1);
    expect(calls(`/_control/accounts/${account?.instagramUserId}/persons`)).toHaveLength(2);
    expect(calls(`/_control/accounts/${account?.instagramUserId}/posts`)).toHaveLength(1);
  });

  it('answers the address of the phone of its first person', async () => {
    const [account] = await listAccounts((await signIn()).token);
    const expected = new URL(test.graph.url);
    expected.searchParams.set('account', account?.instagramUserId ?? '');
    expected.searchParams.set('person', `${account?.instagramUserId}0`);
    expect(phoneUrls).toEqual(Array.from({ length: 3 }, () => expected.toString()));
  });

  it('greets whoever writes', async () => {
    const [account] = await listAccounts((await signIn()).token);
    const event = textWebhook({
      accountId: account?.instagramUserId ?? '',
      personId: '770022',
      text: 'Hello there',
    });
    await deliver(test, event);
    const sent = () => test.graph.requests.find(({ path }) => path.endsWith('/messages'));
    expect((await waitFor(sent, { timeoutMs: 15_000 })).body).toContain('770022');
  });

  it('connects its account again when it was disconnected', async () => {
    const { token } = await signIn();
    const [account] = await listAccounts(token);
    await test.api.ok(endpoints.disconnectAccount, {
      token,
      params: { id: account?.instagramAccountId ?? '' },
    });
    await seed();
    expect(await listAccounts(token)).toMatchObject([
      { instagramAccountId: account?.instagramAccountId, status: 'connected' },
    ]);
  });

  it('is not made without a simulator, or without a password for it', async () => {
    const config = { ...test.deps.config, demoPassword: password };
    expect(await seedDemo({ ...test.deps, config, simulatorUrl: null })).toBeNull();
    expect(await seedDemo({ ...test.deps, config: { ...config, demoPassword: null } })).toBeNull();
  });

  it('says what is wrong when the simulator does not answer as promised', async () => {
    test.graph.failWith = 500;
    await expect(seed()).rejects.toMatchObject({ code: 'simulator_failed', kind: 'operational' });
    test.graph.failWith = null;
    const config = { ...test.deps.config, demoPassword: password };
    await expect(
      seedDemo({ ...test.deps, config, simulatorUrl: 'http://127.0.0.1:9' }),
    ).rejects.toMatchObject({ code: 'simulator_failed', kind: 'operational' });
  });
});

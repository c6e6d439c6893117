import { endpoints } from '@instaflow/contracts';
import { signUp, type TestUser } from '../spec-support/scenario';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';

let test: TestApp;
let user: TestUser;
const connect = (body: { username?: string } = {}, token = user.token) =>
  test.api.call(endpoints.connectSimulatedAccount, {
    token,
    body: { workspaceId: user.workspaceId, ...body },
  });

beforeAll(async () => {
  test = await startTestApp({ simulator: true });
  user = await signUp(test);
});
afterAll(() => test.close());
afterEach(() => (test.graph.failWith = null));

describe('connecting an account at the simulator', () => {
  it('creates it there under the wanted name and connects it', async () => {
    const { status, body } = await connect({ username: 'corner.shop' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ instagramUsername: 'corner.shop', status: 'connected' });
    expect(test.graph.requests.map(({ path }) => path)).toContainEqual(
      expect.stringContaining('/subscribed_apps'),
    );
  });

  it('takes the name the simulator chooses when none is given', async () => {
    const { body } = await connect();
    expect(body.instagramUsername).toMatch(/^shop\.\d+$/);
  });

  it('refuses a name that is taken with 409', async () => {
    await connect({ username: 'twice' });
    const again = await connect({ username: 'twice' });
    expect([again.status, again.error.code]).toEqual([409, 'conflict']);
    expect(again.error.message).toContain('user name');
  });

  it('answers 503 while the simulator is out of order, and connects nothing', async () => {
    const before = await test.api.ok(endpoints.listAccounts, { token: user.token });
    test.graph.failWith = 500;
    const answer = await connect({ username: 'later' });
    expect([answer.status, answer.error.code]).toEqual([503, 'service_unavailable']);
    test.graph.failWith = null;
    const after = await test.api.ok(endpoints.listAccounts, { token: user.token });
    expect(after.total).toBe(before.total);
  });

  it('is not for people outside of the workspace', async () => {
    const stranger = await signUp(test);
    expect((await connect({}, stranger.token)).status).toBe(404);
  });
});

describe('connecting an account by token where Instagram is simulated', () => {
  it('creates the account there first, so that any token can be tried', async () => {
    const body = {
      workspaceId: user.workspaceId,
      instagramUserId: '17841477770000001',
      instagramUsername: 'tried.shop',
      accessToken: 'token-17841477770000001',
    };
    const account = await test.api.ok(endpoints.connectAccount, { token: user.token, body });
    expect(account).toMatchObject({ instagramUserId: body.instagramUserId, status: 'connected' });
  });
});

describe('without the simulator', () => {
  it('answers 409 and says why', async () => {
    const real = await startTestApp();
    try {
      const { token, workspaceId } = await signUp(real);
      const answer = await real.api.call(endpoints.connectSimulatedAccount, { token, body: { workspaceId } });
      expect([answer.status, answer.error.code]).toEqual([409, 'simulator_not_running']);
    } finally {
      await real.close();
    }
  });
});

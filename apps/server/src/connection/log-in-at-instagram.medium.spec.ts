import { request } from 'undici';
import { endpoints } from '@instaflow/contracts';
import { signUp, signUpMember, type TestUser } from '../spec-support/scenario';
import { simulatorAppId, startRealSimulator, type RealSimulator } from '../spec-support/start-real-simulator';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';

let simulator: RealSimulator;
let test: TestApp;
let user: TestUser;

beforeAll(async () => {
  simulator = await startRealSimulator();
  test = await startTestApp({ graphUrl: simulator.url, env: { INSTAGRAM_APP_ID: simulatorAppId } });
  user = await signUp(test);
});
afterAll(async () => {
  await test.close();
  await simulator.stop();
});

const allScopes = [
  'instagram_business_basic',
  'instagram_business_manage_messages',
  'instagram_business_manage_comments',
];
let shops = 0;

/** Begins a login; answers where to go and what the browser keeps. */
async function begin(who = user, cookie?: string): Promise<{ authorizeUrl: string; cookie: string }> {
  const { body, headers } = await test.api.call(endpoints.startLogin, {
    token: who.token,
    query: { workspaceId: who.workspaceId },
    ...(cookie !== undefined && { headers: { cookie } }),
  });
  const written = String(headers['set-cookie']);
  expect(written).toMatch(/HttpOnly/);
  expect(written).toMatch(/SameSite=Lax/);
  return { authorizeUrl: body.authorizeUrl, cookie: written.split(';')[0] ?? '' };
}

/** What the owner does at Instagram; answers the query of the way back, with the `#_` in it. */
async function decide(
  authorizeUrl: string,
  { decision = 'allow', scopes = allScopes, username = `login_${(shops += 1)}` } = {},
): Promise<string> {
  const url = new URL(authorizeUrl);
  const form = new URLSearchParams(url.searchParams);
  form.set('decision', decision);
  form.set('username', username);
  for (const scope of scopes) form.set(`scope:${scope}`, 'on');
  const answer = await request(`${url.origin}${url.pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  await answer.body.dump();
  const location = String(answer.headers['location']);
  expect(location).toContain('http://localhost:4400/api/v1/instagram-accounts/oauth/callback?');
  return location.slice(location.indexOf('?'));
}

/** The browser comes back; answers where it is sent to. */
async function comeBack(query: string, cookie?: string): Promise<URL> {
  const response = await test.app.inject({
    method: 'GET',
    url: `/api/v1/instagram-accounts/oauth/callback${query.replace(/#_$/, '%23_')}`,
    headers: cookie === undefined ? {} : { cookie },
  });
  expect(response.statusCode).toBe(302);
  const url = new URL(String(response.headers['location']));
  expect(url.origin + url.pathname).toBe('http://localhost:4400/accounts');
  return url;
}

const accountsOf = async ({ token }: TestUser) =>
  (await test.api.ok(endpoints.listAccounts, { token })).instagramAccounts;
const problemOf = (url: URL) => url.searchParams.get('problem');

describe('logging in at Instagram', () => {
  it('connects the account, subscribes its webhooks and leaks no secret', async () => {
    const { authorizeUrl, cookie } = await begin();
    const back = await comeBack(await decide(authorizeUrl, { username: 'corner_shop' }), cookie);
    expect([...back.searchParams.keys()]).toEqual(['connected']);
    const account = (await accountsOf(user)).find(
      ({ instagramUsername }) => instagramUsername === 'corner_shop',
    );
    expect(account).toMatchObject({
      instagramAccountId: back.searchParams.get('connected'),
      workspaceId: user.workspaceId,
      status: 'connected',
      tokenExpiresAt: expect.any(String),
    });
    const daysLeft = (Date.parse(account?.tokenExpiresAt ?? '') - Date.now()) / 86_400_000;
    expect(daysLeft).toBeGreaterThan(59);
    const [row] = await test.deps.engineSource.query<
      { login: string; permissions: string[]; scoped: string }[]
    >('SELECT login, permissions, app_scoped_user_id AS scoped FROM instagram_account WHERE id = $1', [
      account?.instagramAccountId,
    ]);
    expect(row).toEqual({
      login: 'instagram',
      permissions: allScopes,
      scoped: expect.stringMatching(/^\d+$/),
    });
    expect(row?.scoped).not.toBe(account?.instagramUserId);
    const report = await test.api.ok(endpoints.runDoctor, {
      token: user.token,
      params: { id: account?.instagramAccountId ?? '' },
    });
    const states = Object.fromEntries(report.checks.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      token_valid: 'passed',
      token_expiry: 'passed',
      permissions: 'passed',
      message_access: 'passed',
      webhooks_subscribed: 'passed',
      clock: 'passed',
    });
  });

  it('connects without an optional permission and names it', async () => {
    const { authorizeUrl, cookie } = await begin();
    const back = await comeBack(await decide(authorizeUrl, { scopes: allScopes.slice(0, 2) }), cookie);
    expect(back.searchParams.get('connected')).not.toBeNull();
    expect(back.searchParams.get('missing')).toBe('instagram_business_manage_comments');
  });

  it('connects nothing without a required permission and names it', async () => {
    const before = await accountsOf(user);
    const { authorizeUrl, cookie } = await begin();
    const back = await comeBack(await decide(authorizeUrl, { scopes: allScopes.slice(0, 1) }), cookie);
    expect(problemOf(back)).toBe('missing_permissions');
    expect(back.searchParams.get('missing')).toContain('instagram_business_manage_messages');
    expect(await accountsOf(user)).toEqual(before);
  });

  it('says that the owner did not consent', async () => {
    const { authorizeUrl, cookie } = await begin();
    expect(problemOf(await comeBack(await decide(authorizeUrl, { decision: 'deny' }), cookie))).toBe(
      'denied',
    );
  });

  it('refuses a state that was used already', async () => {
    const { authorizeUrl, cookie } = await begin();
    const query = await decide(authorizeUrl);
    expect(problemOf(await comeBack(query, cookie))).toBeNull();
    expect(problemOf(await comeBack(query, cookie))).toBe('state_unknown');
  });

  it('refuses a forged state, and an address without any', async () => {
    const { cookie } = await begin();
    expect(problemOf(await comeBack('?code=abc&state=forged', cookie))).toBe('state_unknown');
    expect(problemOf(await comeBack('?state=forged', cookie))).toBe('state_unknown');
    expect(problemOf(await comeBack('', cookie))).toBe('state_unknown');
  });

  it('refuses another browser and uses the state up', async () => {
    const { authorizeUrl, cookie } = await begin();
    const query = await decide(authorizeUrl);
    expect(problemOf(await comeBack(query))).toBe('other_browser');
    expect(problemOf(await comeBack(query, cookie))).toBe('state_unknown');
    const second = await begin();
    const foreign = await begin(await signUp(test));
    expect(problemOf(await comeBack(await decide(second.authorizeUrl), foreign.cookie))).toBe(
      'other_browser',
    );
  });

  it('lets two windows of one browser log in side by side', async () => {
    const first = await begin();
    const second = await begin(user, first.cookie);
    expect(second.cookie).toBe(first.cookie);
    const queries = [await decide(first.authorizeUrl), await decide(second.authorizeUrl)];
    const problems = await Promise.all(
      queries.map(async (query) => problemOf(await comeBack(query, first.cookie))),
    );
    expect(problems).toEqual([null, null]);
  });

  it('refuses whoever logged out or lost their role meanwhile', async () => {
    const member = await signUpMember(test, { workspaceId: user.workspaceId, role: 'admin' });
    const inTeam = { ...member, workspaceId: user.workspaceId };
    const demoted = await begin(inTeam);
    const role = (to: string) =>
      test.deps.engineSource.query(
        'UPDATE workspace_member SET role = $2 WHERE user_id = $1 AND workspace_id = $3',
        [member.userId, to, user.workspaceId],
      );
    await role('editor');
    expect(problemOf(await comeBack(await decide(demoted.authorizeUrl), demoted.cookie))).toBe('not_allowed');
    await role('admin');
    const left = await begin(inTeam);
    await test.api.ok(endpoints.logout, { token: member.token });
    expect(problemOf(await comeBack(await decide(left.authorizeUrl), left.cookie))).toBe('session_ended');
  });

  it('asks for another login when the code has expired', async () => {
    const { authorizeUrl, cookie } = await begin();
    const query = await decide(authorizeUrl);
    await simulator.control('POST', '/clock', { advanceMs: 3_700_000 });
    expect(problemOf(await comeBack(query, cookie))).toBe('login_code_invalid');
  });

  it('does not take an account from another workspace', async () => {
    const first = await begin();
    await comeBack(await decide(first.authorizeUrl, { username: 'held_shop' }), first.cookie);
    const { instagramUserId = '' } =
      (await accountsOf(user)).find(({ instagramUsername }) => instagramUsername === 'held_shop') ?? {};
    const { cookie, authorizeUrl } = await begin(await signUp(test));
    const chosen = new URL(authorizeUrl);
    chosen.searchParams.set('account', instagramUserId);
    expect(problemOf(await comeBack(await decide(chosen.href), cookie))).toBe('account_already_connected');
  });

  it('is begun by those who may connect accounts only', async () => {
    const editor = await signUpMember(test, { workspaceId: user.workspaceId, role: 'editor' });
    const start = (token: string, query: Record<string, string>) =>
      test.api.call(endpoints.startLogin, { token, query });
    expect((await start(editor.token, { workspaceId: user.workspaceId })).status).toBe(403);
    const stranger = await signUp(test);
    expect((await start(stranger.token, { workspaceId: user.workspaceId })).status).toBe(404);
  });
});

describe('a pasted token', () => {
  const createShop = async () =>
    (await simulator.control('POST', '/accounts', {})) as {
      userId: string;
      username: string;
      accessToken: string;
    };
  const exchange = (accessToken: string) =>
    test.api.call(endpoints.exchangeToken, { token: user.token, body: { accessToken } });

  it('of an hour is lengthened and connects its account', async () => {
    const shop = await createShop();
    const short = (await simulator.control('POST', `/accounts/${shop.userId}/tokens`, { kind: 'short' })) as {
      accessToken: string;
    };
    const { status, body } = await exchange(short.accessToken);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'connected',
      instagramAccount: {
        instagramUserId: shop.userId,
        instagramUsername: shop.username,
        status: 'connected',
      },
    });
    expect(JSON.stringify(body)).not.toContain(short.accessToken);
  });

  it('that Instagram refuses is 422 with what to do', async () => {
    const answer = await exchange('nonsense');
    expect([answer.status, answer.error.code]).toEqual([422, 'access_token_invalid']);
    expect(answer.error.message).not.toContain('nonsense');
  });
});

import { endpoints, type BodyInputOf } from '@instaflow/contracts';
import { readAccess } from '@instaflow/instagram';
import { tokenIdentity } from '@instaflow/delivery';
import { flow, message, start } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { startFacebookScene, type FacebookScene, type Shop } from '../spec-support/facebook-scene';
import { facebookScopes } from '../spec-support/log-in-at-facebook';
import { signUp, type TestUser } from '../spec-support/scenario';
import { checkAccount } from './doctor/check-account';

let scene: FacebookScene;
let test: FacebookScene['test'];
let simulator: FacebookScene['simulator'];
let user: TestUser;

beforeAll(async () => {
  scene = await startFacebookScene();
  ({ test, simulator } = scene);
});
beforeEach(async () => {
  user = await signUp(test);
});
afterAll(() => scene.stop());

const createShop = () => scene.createShop();
const logIn = (shops: Shop[], scopes?: string[]) => scene.logIn(user, shops, scopes);
const accountsOf = (owner = user) => scene.accountsOf(owner);
const callsTo = (path: string) => scene.callsTo(path);

describe('logging in with Facebook', () => {
  it('connects the one account, by its Instagram id and with its Page', async () => {
    const shop = await createShop();
    const { outcome } = await logIn([shop]);
    expect([...outcome.keys()].sort()).toEqual(['connected', 'missing']);
    expect(outcome.get('missing')).toBe('business_management');
    const [account] = await accountsOf();
    expect(account).toMatchObject({
      instagramAccountId: outcome.get('connected'),
      instagramUserId: shop.userId,
      instagramPageId: shop.pageId,
      instagramUsername: shop.username,
      status: 'connected',
      tokenExpiresAt: null,
    });
    const [row] = await test.deps.engineSource.query<
      { login: string; refreshAt: Date | null; scoped: string; sealed: string }[]
    >(
      `SELECT login, token_refresh_at AS "refreshAt", app_scoped_user_id AS scoped, access_token_sealed AS sealed
       FROM instagram_account WHERE id = $1`,
      [account?.instagramAccountId],
    );
    expect(row).toMatchObject({ login: 'facebook', refreshAt: null, scoped: expect.stringMatching(/^\d+$/) });
    const access = test.deps.keyRing.open(
      row?.sealed ?? '',
      tokenIdentity(account?.instagramAccountId ?? ''),
    );
    expect(readAccess(access).pageId).toBe(shop.pageId);
    const calls = await callsTo(`/${shop.pageId}/subscribed_apps`);
    expect(calls).toMatchObject([{ result: 'accepted', token: { login: 'page' } }]);
  });

  it('is found in order by the doctor', async () => {
    const { outcome } = await logIn([await createShop()], [...facebookScopes, 'business_management']);
    const report = await test.api.ok(endpoints.runDoctor, {
      token: user.token,
      params: { id: outcome.get('connected') ?? '' },
    });
    const states = Object.fromEntries(report.checks.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      token_valid: 'passed',
      token_expiry: 'passed',
      message_access: 'passed',
      webhooks_subscribed: 'passed',
    });
    expect(report.checks.find(({ id }) => id === 'permissions')?.state).not.toBe('failed');
  });

  it.each([
    ['passed', 'long before', 60],
    ['warning', 'two weeks before', 13],
    ['failed', 'after', -1],
  ])('says (%s) that Facebook wants another login, %s its access ends', async (state, _, days) => {
    const { outcome } = await logIn([await createShop()], [...facebookScopes, 'business_management']);
    const id = outcome.get('connected') ?? '';
    const [row] = await test.deps.engineSource.query<{ days: number }[]>(
      `SELECT extract(days FROM data_access_ends_at - now())::int AS days FROM instagram_account WHERE id = $1`,
      [id],
    );
    expect(row?.days).toBeGreaterThanOrEqual(88);
    await test.deps.engineSource.query(
      `UPDATE instagram_account SET data_access_ends_at = now() + $2 * interval '1 day' WHERE id = $1`,
      [id, days],
    );
    const report = await test.api.ok(endpoints.runDoctor, { token: user.token, params: { id } });
    expect(report.checks.find((check) => check.id === 'token_expiry')).toMatchObject({
      state,
      fixId: state === 'passed' ? null : 'reconnect',
    });
  });

  it('ends the account when its Page’s access is withdrawn, at the daily check', async () => {
    const shop = await createShop();
    const { outcome } = await logIn([shop]);
    const id = outcome.get('connected') ?? '';
    await simulator.control('POST', `/accounts/${shop.userId}/tokens/revoke`, { subcode: 492 });
    await checkAccount(test.deps, { key: { id, workspaceId: user.workspaceId }, isRepairing: true });
    expect((await accountsOf())[0]).toMatchObject({ status: 'error', statusReason: expect.any(String) });
    const { outcome: again } = await logIn([shop]);
    expect(again.get('connected')).toBe(id);
    expect((await accountsOf())[0]).toMatchObject({ status: 'connected', statusReason: null });
  });

  it('connects nothing without a permission that is needed, or without a Page', async () => {
    const shop = await createShop();
    const { outcome } = await logIn([shop], facebookScopes.slice(0, 3));
    expect(outcome.get('problem')).toBe('missing_permissions');
    expect(outcome.get('missing')).toContain('pages_manage_metadata');
    expect(await accountsOf()).toEqual([]);
  });

  it('answers a message and a comment through the Page', async () => {
    const shop = await createShop();
    const { outcome } = await logIn([shop]);
    const at = (id: string) => ({ token: user.token, params: { id } });
    const account = at(outcome.get('connected') ?? '');
    await test.api.ok(endpoints.updateAccountSettings, {
      ...account,
      body: { debounceWindowMs: 0, cooldownMs: 0, messagesPerSecond: 50 },
    });
    const publish = async (text: string, trigger: BodyInputOf<typeof endpoints.createTrigger>) => {
      const body = { name: text, flowDefinition: flow(start(), message(text)) };
      const { flowId } = await test.api.ok(endpoints.createFlow, { ...account, body });
      await test.api.ok(endpoints.publishFlow, at(flowId));
      await test.api.ok(endpoints.createTrigger, { ...at(flowId), body: trigger });
    };
    await publish('From the Page', { type: 'dm_keyword', keyword: 'hello' });
    await publish('Here is the link', {
      type: 'comment_keyword',
      keyword: 'link',
      publicReplies: ['Look into your messages'],
    });
    const { igsid } = (await simulator.control('POST', `/accounts/${shop.userId}/persons`, {
      username: 'ana',
      follows: true,
    })) as { igsid: string };
    await simulator.control('POST', `/accounts/${shop.userId}/persons/${igsid}/message`, { text: 'hello' });
    const sends = async () =>
      (await callsTo(`/${shop.pageId}/messages`)).filter(({ result }) => result === 'accepted');
    await waitFor(async () => (await sends()).length === 1, { what: 'the answer' });
    expect((await sends())[0]).toMatchObject({
      token: { login: 'page' },
      body: { recipient: { id: igsid }, message: { text: 'From the Page' } },
    });

    const post = (await simulator.control('POST', `/accounts/${shop.userId}/posts`, { caption: 'New' })) as {
      id: string;
    };
    const comment = (await simulator.control('POST', `/accounts/${shop.userId}/comments`, {
      mediaId: post.id,
      igsid,
      text: 'link please',
    })) as { id: string };
    await waitFor(async () => (await sends()).length === 2, { what: 'the private reply' });
    expect((await sends())[1]).toMatchObject({
      body: { recipient: { comment_id: comment.id }, message: { text: 'Here is the link' } },
    });
    await waitFor(async () => (await callsTo(`/${comment.id}/replies`)).length === 1, {
      what: 'the public reply',
    });
    expect(await callsTo(`/${comment.id}/replies`)).toMatchObject([
      { result: 'accepted', token: { login: 'page' } },
    ]);
    const profile = (await callsTo(`/${igsid}`)).find(({ method }) => method === 'GET');
    expect(profile).toMatchObject({ result: 'accepted', token: { login: 'page' } });
  });
});

describe('choosing among several accounts', () => {
  const show = (id: string, cookie?: string, token = user.token) =>
    test.api.call(endpoints.getAccountChoice, {
      token,
      params: { id },
      ...(cookie !== undefined && { headers: { cookie } }),
    });
  const choose = (connectionId: string, instagramUserIds: string[], cookie?: string) =>
    test.api.call(endpoints.chooseAccounts, {
      token: user.token,
      body: { connectionId, instagramUserIds },
      ...(cookie !== undefined && { headers: { cookie } }),
    });

  it('shows them without tokens and connects the chosen ones, once', async () => {
    const shops = [await createShop(), await createShop(), await createShop()];
    const { outcome, cookie } = await logIn(shops);
    const id = outcome.get('choose') ?? '';
    expect(await accountsOf()).toEqual([]);
    const { body } = await show(id, cookie);
    expect(body.accounts).toMatchObject(
      shops.map(({ userId, pageId }) => ({
        instagramUserId: userId,
        instagramPageId: pageId,
        problem: null,
      })),
    );
    expect(JSON.stringify(body)).not.toMatch(/token/i);
    const ids = shops.slice(0, 2).map(({ userId }) => userId);
    const chosen = await choose(id, ids, cookie);
    expect(chosen.status).toBe(201);
    expect(chosen.body.problems).toEqual([]);
    expect((await accountsOf()).map(({ instagramUserId }) => instagramUserId).sort()).toEqual(ids.sort());
    expect((await choose(id, ids, cookie)).status).toBe(404);
  });

  it('is open to the browser and the session it began in only, and not for long', async () => {
    const { outcome, cookie } = await logIn([await createShop(), await createShop()]);
    const id = outcome.get('choose') ?? '';
    expect((await show(id)).status).toBe(404);
    expect((await show(id, cookie, (await signUp(test)).token)).status).toBe(404);
    const { token } = await test.api.ok(endpoints.login, {
      body: { email: user.email, password: 'correct horse battery' },
    });
    expect((await show(id, cookie, token)).status).toBe(404);
    expect((await show(id, cookie)).status).toBe(200);
    await test.deps.engineSource.query(`UPDATE account_choice SET expires_at = now() WHERE id = $1`, [id]);
    expect((await show(id, cookie)).status).toBe(404);
  });

  it('keeps the tokens sealed', async () => {
    const { outcome } = await logIn([await createShop(), await createShop()]);
    const [row] = await test.deps.engineSource.query<{ sealed: string }[]>(
      'SELECT sealed FROM account_choice WHERE id = $1',
      [outcome.get('choose')],
    );
    expect(row?.sealed).toMatch(/^v1\./);
  });

  it('says which account another workspace holds, and connects the others', async () => {
    const [held, free] = [await createShop(), await createShop()];
    const holder = user;
    await logIn([held]);
    user = await signUp(test);
    const { outcome, cookie } = await logIn([held, free]);
    const id = outcome.get('choose') ?? '';
    const { body } = await show(id, cookie);
    expect(body.accounts.map(({ problem }) => problem)).toEqual([expect.stringContaining('another'), null]);
    const chosen = await choose(id, [held.userId, free.userId], cookie);
    expect(chosen.body.problems).toMatchObject([
      { instagramUserId: held.userId, code: 'account_already_connected' },
    ]);
    expect(await accountsOf()).toMatchObject([{ instagramUserId: free.userId }]);
    expect(await accountsOf(holder)).toMatchObject([{ instagramUserId: held.userId }]);
  });
});

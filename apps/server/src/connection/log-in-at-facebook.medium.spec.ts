import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { endpoints, type BodyInputOf } from '@instaflow/contracts';
import { readAccess } from '@instaflow/instagram';
import { tokenIdentity } from '@instaflow/delivery';
import { flow, message, start } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { facebookScopes, logInAtFacebook } from '../spec-support/log-in-at-facebook';
import { deliver, signUp, type TestUser } from '../spec-support/scenario';
import { simulatorAppId, startRealSimulator, type RealSimulator } from '../spec-support/start-real-simulator';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';
import { checkAccount } from './doctor/check-account';

type Shop = { userId: string; pageId: string; username: string };
type Call = {
  method: string;
  path: string;
  result: string;
  token: { login: string } | null;
  body: Record<string, unknown>;
};

let simulator: RealSimulator;
let test: TestApp;
let user: TestUser;

beforeAll(async () => {
  simulator = await startRealSimulator();
  test = await startTestApp({
    graphUrl: simulator.url,
    env: { INSTAGRAM_APP_ID: simulatorAppId },
    workers: true,
    listen: true,
  });
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  await simulator.control('POST', '/webhook', { url: `http://127.0.0.1:${port}/api/v1/webhooks/instagram` });
});
beforeEach(async () => {
  user = await signUp(test);
});
afterAll(async () => {
  await test.close();
  await simulator.stop();
});

const createShop = async () => (await simulator.control('POST', '/accounts', {})) as Shop;
const logIn = (shops: Shop[], scopes = facebookScopes) =>
  logInAtFacebook(test, user, { accounts: shops.map(({ userId }) => userId), scopes });
const accountsOf = async ({ token } = user) =>
  (await test.api.ok(endpoints.listAccounts, { token })).instagramAccounts;
const callsTo = async (path: string) =>
  ((await simulator.control('GET', `/ledger?type=graph&path=${path}`)) as { entries: Call[] }).entries;

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

describe('an account with Facebook Login', () => {
  const people = async (shop: Shop) =>
    (await simulator.control('POST', `/accounts/${shop.userId}/persons`, { follows: true })) as {
      igsid: string;
    };
  const eventsOf = (accountId: string) =>
    test.deps.engineSource.query<{ kind: string; status: string; reason: string | null }[]>(
      'SELECT kind, status, reason FROM inbound_event WHERE instagram_account_id = $1 ORDER BY received_at, id',
      [accountId],
    );

  it('gives its ice breakers and menu to the Page, and takes the webhooks back when it is disconnected', async () => {
    const shop = await createShop();
    const { outcome } = await logIn([shop]);
    const at = { token: user.token, params: { id: outcome.get('connected') ?? '' } };
    await test.api.ok(endpoints.putIceBreakers, {
      ...at,
      body: { sets: [{ items: [{ question: 'Prices?', payload: 'PRICES' }] }] },
    });
    await test.api.ok(endpoints.putPersistentMenu, {
      ...at,
      body: { menus: [{ items: [{ type: 'postback', title: 'Prices', payload: 'PRICES' }] }] },
    });
    const published = async () =>
      (await callsTo(`/${shop.pageId}/messenger_profile`)).filter(({ result }) => result === 'accepted');
    await waitFor(async () => (await published()).length === 2, {
      what: 'ice breakers and menu at the Page',
    });
    await test.api.ok(endpoints.disconnectAccount, at);
    const subscriptions = await callsTo(`/${shop.pageId}/subscribed_apps`);
    expect(subscriptions.at(-1)).toMatchObject({ method: 'DELETE', result: 'accepted' });
  });

  it('is known by its Page’s id in a webhook too, and answers nothing it said itself', async () => {
    const shop = await createShop();
    const { outcome } = await logIn([shop]);
    const accountId = outcome.get('connected') ?? '';
    await simulator.control('PATCH', '/switches', { entryIdIsPage: true });
    try {
      const { igsid } = await people(shop);
      const post = (await simulator.control('POST', `/accounts/${shop.userId}/posts`, {})) as { id: string };
      await simulator.control('POST', `/accounts/${shop.userId}/persons/${igsid}/message`, { text: 'hi' });
      await simulator.control('POST', `/accounts/${shop.userId}/comments`, {
        mediaId: post.id,
        text: 'our own',
      });
      await simulator.control('POST', `/accounts/${shop.userId}/app-message`, {
        igsid,
        text: 'from the app',
      });
      await waitFor(async () => (await eventsOf(accountId)).length === 3, { what: 'three events' });
      const events = await eventsOf(accountId);
      expect(events.find(({ kind }) => kind === 'text')).toMatchObject({ reason: null });
      expect(events.find(({ kind }) => kind === 'comment')).toMatchObject({
        status: 'ignored',
        reason: 'own',
      });
      expect(events.find(({ kind }) => kind === 'echo')).toBeDefined();
    } finally {
      await simulator.control('PATCH', '/switches', { entryIdIsPage: false });
    }
    const contacts = await test.deps.engineSource.query<{ id: string }[]>(
      'SELECT instagram_user_id AS id FROM contact WHERE instagram_account_id = $1',
      [accountId],
    );
    expect(contacts).toHaveLength(1);
  });

  it.each([
    ['the Page', 'the account'],
    ['the account', 'the Page'],
    ['the Page', 'the Page'],
  ])('is not its own customer when the entry names %s and the sender %s', async (entry, sender) => {
    const shop = await createShop();
    const { outcome } = await logIn([shop]);
    const accountId = outcome.get('connected') ?? '';
    const idOf = (side: string) => (side === 'the Page' ? shop.pageId : shop.userId);
    const from = { id: idOf(sender), username: shop.username };
    const mid = `m-${shop.userId}`;
    const messaging = [
      {
        sender: { id: idOf(sender) },
        recipient: { id: '1' },
        timestamp: Date.now(),
        message: { mid, text: 'link' },
      },
    ];
    const changes = [
      { field: 'comments', value: { id: `7${shop.userId}`, from, text: 'link', media: { id: '5' } } },
    ];
    const entries = [
      { id: idOf(entry), time: Date.now(), messaging },
      { id: idOf(entry), time: 1, changes },
    ];
    expect((await deliver(test, { object: 'instagram', entry: entries })).statusCode).toBe(200);
    const events = await eventsOf(accountId);
    expect(events).toHaveLength(2);
    expect(events.filter(({ kind }) => kind === 'comment')).toMatchObject([
      { status: 'ignored', reason: 'own' },
    ]);
    // A sender the entry names is known as an echo by that alone; it is shown in the thread of its recipient.
    const others = events.filter(({ kind }) => kind !== 'echo');
    expect(others.every(({ status, reason }) => status === 'ignored' && reason === 'own')).toBe(true);
    const contacts = await test.deps.engineSource.query<object[]>(
      'SELECT 1 FROM contact WHERE instagram_account_id = $1 AND instagram_user_id = ANY ($2)',
      [accountId, [shop.pageId, shop.userId]],
    );
    expect(contacts).toEqual([]);
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

describe('a pasted token of Facebook', () => {
  const pageTokenOf = async ({ userId }: Shop) =>
    (
      (await simulator.control('POST', `/accounts/${userId}/tokens`, { login: 'page' })) as {
        accessToken: string;
      }
    ).accessToken;

  it('is recognised as that of the named Page', async () => {
    const shop = await createShop();
    const { status, body } = await test.api.call(endpoints.connectAccount, {
      token: user.token,
      body: {
        instagramPageId: shop.pageId,
        instagramUserId: shop.userId,
        instagramUsername: shop.username,
        accessToken: await pageTokenOf(shop),
      },
    });
    expect([status, body.status, body.statusReason]).toEqual([201, 'connected', null]);
    expect(await callsTo(`/${shop.pageId}/subscribed_apps`)).toMatchObject([{ result: 'accepted' }]);
  });

  it('of a user is lengthened and connects the named Page’s account', async () => {
    const [shop, other] = [await createShop(), await createShop()];
    const exchange = async (instagramPageId: string | null) => {
      const form = new URLSearchParams({
        client_id: simulatorAppId,
        redirect_uri: 'https://app.example/back',
        scope: facebookScopes.join(),
        decision: 'allow',
      });
      for (const { userId } of [shop, other]) form.set(`page:${userId}`, '1');
      for (const scope of facebookScopes) form.set(`scope:${scope}`, '1');
      const decided = await request(`${simulator.url}/dialog/oauth`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      });
      await decided.body.dump();
      const code = new URL(String(decided.headers['location'])).searchParams.get('code') ?? '';
      const redeem = new URLSearchParams({
        client_id: simulatorAppId,
        client_secret: test.deps.config.instagram.appSecret,
        redirect_uri: 'https://app.example/back',
        code,
      });
      const answer = await request(`${simulator.url}/v25.0/oauth/access_token?${redeem.toString()}`);
      const { access_token: accessToken } = (await answer.body.json()) as { access_token: string };
      return test.api.call(endpoints.exchangeToken, {
        token: user.token,
        body: { accessToken, login: 'facebook', instagramPageId },
      });
    };
    expect((await exchange(other.pageId)).body).toMatchObject({
      outcome: 'connected',
      instagramAccount: { instagramUserId: other.userId, instagramPageId: other.pageId },
    });
    expect((await exchange(null)).body).toMatchObject({ outcome: 'choose', accounts: [{}, {}] });
    const missing = await exchange('4711');
    expect([missing.status, missing.error.code]).toEqual([422, 'no_pages']);
  });
});

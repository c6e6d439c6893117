import { request } from 'undici';
import { endpoints } from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import { startFacebookScene, type FacebookScene, type Shop } from '../spec-support/facebook-scene';
import { facebookScopes } from '../spec-support/log-in-at-facebook';
import { deliver, signUp, type TestUser } from '../spec-support/scenario';
import { simulatorAppId } from '../spec-support/start-real-simulator';

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
const callsTo = (path: string) => scene.callsTo(path);

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

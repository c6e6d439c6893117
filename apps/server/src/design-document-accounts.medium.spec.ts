import { endpoints } from '@instaflow/contracts';
import { connect, signUp } from './spec-support/scenario';
import { useShop } from './spec-support/use-shop';

const shop = useShop();
const { at, auth } = shop;

describe('accounts', () => {
  it('are connected, listed without their token, and subscribed to webhooks', async () => {
    expect(shop.account).toMatchObject({
      status: 'connected',
      statusReason: null,
      workspaceId: shop.user.workspaceId,
    });
    const answer = await shop.api.ok(endpoints.listAccounts, auth());
    expect(JSON.stringify(answer)).not.toMatch(/token-/);
    expect(shop.test.graph.requests.some(({ path }) => path.includes('subscribed_apps'))).toBe(true);
    const [row] = await shop.test.deps.engineSource.query<{ access_token_sealed: string }[]>(
      'SELECT access_token_sealed FROM instagram_account WHERE id = $1',
      [shop.account.instagramAccountId],
    );
    expect(row?.access_token_sealed).toMatch(/^v1\./);
  });

  it('renew their token when they are connected again', async () => {
    const again = await shop.api.ok(endpoints.connectAccount, {
      ...auth(),
      body: {
        instagramUserId: shop.account.instagramUserId,
        instagramUsername: 'shop',
        accessToken: `token-${shop.account.instagramUserId}`,
        tokenExpiresAt: '2030-01-01T00:00:00.000Z',
      },
    });
    expect(again.instagramAccountId).toBe(shop.account.instagramAccountId);
    expect(again.tokenExpiresAt).toBe('2030-01-01T00:00:00.000Z');
  });

  it('belong to one workspace at a time', async () => {
    const other = await signUp(shop.test);
    const answer = await shop.api.call(endpoints.connectAccount, {
      token: other.token,
      body: {
        instagramUserId: shop.account.instagramUserId,
        instagramUsername: 'shop',
        accessToken: `token-${shop.account.instagramUserId}`,
      },
    });
    expect([answer.status, answer.error.code]).toEqual([409, 'account_already_connected']);
  });

  it('are not connected with a token of another account', async () => {
    const answer = await shop.api.call(endpoints.connectAccount, {
      ...auth(),
      body: {
        instagramUserId: '17841400000000099',
        instagramUsername: 'x',
        accessToken: 'token-17841400000000098',
      },
    });
    expect([answer.status, answer.error.code]).toEqual([422, 'invalid_access_token']);
  });

  it('are stored with what to do when Instagram refuses the token, and repaired by a good one', async () => {
    const give = (accessToken: string) =>
      shop.api.ok(endpoints.connectAccount, {
        ...auth(),
        body: { instagramUserId: '17841400000000077', instagramUsername: 'x', accessToken },
      });
    shop.test.graph.badTokens.add('bad');
    const refused = await give('bad');
    expect(refused).toMatchObject({ status: 'error', statusReason: expect.stringMatching(/\w+/) });
    const repaired = await give('token-17841400000000077');
    expect(repaired).toMatchObject({
      instagramAccountId: refused.instagramAccountId,
      status: 'connected',
      statusReason: null,
    });
  });

  it('count as connected, with the reason, while Instagram does not answer', async () => {
    shop.test.graph.failWith = 500;
    const stored = await shop.api.ok(endpoints.connectAccount, {
      ...auth(),
      body: {
        instagramUserId: '17841400000000078',
        instagramUsername: 'x',
        accessToken: 'token-17841400000000078',
      },
    });
    shop.test.graph.failWith = null;
    expect(stored).toMatchObject({ status: 'connected', statusReason: expect.stringMatching(/\w+/) });
  });

  it('vanish when they are disconnected, forget their token, and come back with their history', async () => {
    const temporary = await connect(shop.test, shop.user);
    const params = at(temporary.instagramAccountId);
    const flow = await shop.api.ok(endpoints.createFlow, { ...params, body: { name: 'Kept' } });
    await shop.api.ok(endpoints.disconnectAccount, params);
    expect((await shop.api.call(endpoints.getAccount, params)).status).toBe(404);
    expect((await shop.api.call(endpoints.getFlow, at(flow.flowId))).status).toBe(404);
    const [row] = await shop.test.deps.engineSource.query<
      { access_token_sealed: string | null; status: string }[]
    >('SELECT access_token_sealed, status FROM instagram_account WHERE id = $1', [
      temporary.instagramAccountId,
    ]);
    expect(row).toEqual({ access_token_sealed: null, status: 'disconnected' });
    const revived = await shop.api.ok(endpoints.connectAccount, {
      ...auth(),
      body: {
        instagramUserId: temporary.instagramUserId,
        instagramUsername: 'shop',
        accessToken: `token-${temporary.instagramUserId}`,
      },
    });
    expect(revived.instagramAccountId).toBe(temporary.instagramAccountId);
    expect((await shop.api.call(endpoints.getFlow, at(flow.flowId))).status).toBe(200);
  });

  it('have settings with defaults, changed one by one and within bounds', async () => {
    const params = at(shop.account.instagramAccountId);
    expect(await shop.api.ok(endpoints.getAccountSettings, params)).toMatchObject({
      debounceWindowMs: 4_000,
    });
    await shop.api.ok(endpoints.updateAccountSettings, {
      ...params,
      body: { debounceWindowMs: 0, cooldownMs: 0 },
    });
    const changed = await shop.api.ok(endpoints.updateAccountSettings, {
      ...params,
      body: { messagesPerSecond: 20 },
    });
    expect(changed).toMatchObject({ debounceWindowMs: 0, cooldownMs: 0, messagesPerSecond: 20 });
    const bad = await shop.api.call(endpoints.updateAccountSettings, {
      ...params,
      body: { debounceWindowMs: -1 },
    });
    expect(bad.status).toBe(400);
  });

  it('can be paused and resumed', async () => {
    const params = at(shop.account.instagramAccountId);
    expect((await shop.api.ok(endpoints.pauseAccount, params)).pausedAt).not.toBeNull();
    expect((await shop.api.ok(endpoints.resumeAccount, params)).pausedAt).toBeNull();
  });
});

import type { AddressInfo } from 'node:net';
import { endpoints, type InstagramAccount } from '@instaflow/contracts';
import { claimTokenRefreshes } from '@instaflow/db';
import { tokenIdentity } from '@instaflow/delivery';
import { createGraphClient } from '@instaflow/instagram';
import { createKeyRing } from '@instaflow/platform';
import { waitFor } from '@instaflow/testing';
import { deliver, signUp, textWebhook, type TestUser } from '../spec-support/scenario';
import { startRealSimulator, type RealSimulator } from '../spec-support/start-real-simulator';
import { startTestApp, type TestApp } from '../spec-support/start-test-app';
import { createConnectionKeeper } from './connection-keeper';
import { refreshTokens } from './refresh-tokens';
import { checkEncryptionKeys, rotateKeys } from './rotate-keys';

const dayMs = 24 * 3_600_000;
let simulator: RealSimulator;
let test: TestApp;
let user: TestUser;
let account: InstagramAccount;

beforeAll(async () => {
  simulator = await startRealSimulator();
  test = await startTestApp({ graphUrl: simulator.url, listen: true });
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  await simulator.control('POST', '/webhook', { url: `http://127.0.0.1:${port}/api/v1/webhooks/instagram` });
});
beforeEach(async () => {
  user = await signUp(test);
  account = await connectShop();
});
afterAll(async () => {
  await test.close();
  await simulator.stop();
});

async function connectShop(): Promise<InstagramAccount> {
  const shop = (await simulator.control('POST', '/accounts', {})) as Record<
    'userId' | 'username' | 'accessToken',
    string
  >;
  const accessToken = shop.accessToken;
  return test.api.ok(endpoints.connectAccount, {
    token: user.token,
    body: {
      instagramUserId: shop.userId,
      instagramUsername: shop.username,
      accessToken,
      tokenExpiresAt: new Date(Date.now() + 60 * dayMs).toISOString(),
    },
  });
}

const query = <Row>(sql: string, values: unknown[] = []) => test.deps.engineSource.query<Row[]>(sql, values);
const at = () => ({ token: user.token, params: { id: account.instagramAccountId } });
const makeDue = (expiresAt = Date.now() + 50 * dayMs) =>
  query(
    `UPDATE instagram_account SET token_refresh_at = now() - interval '1 second', token_expires_at = $2 WHERE id = $1`,
    [account.instagramAccountId, new Date(expiresAt)],
  );
const readToken = async (keyRing = test.deps.keyRing) => {
  const [row] = await query<{ sealed: string }>(
    'SELECT access_token_sealed AS sealed FROM instagram_account WHERE id = $1',
    [account.instagramAccountId],
  );
  return keyRing.open(row?.sealed ?? '', tokenIdentity(account.instagramAccountId));
};
const readAccount = () => test.api.ok(endpoints.getAccount, at());
const toldOf = async () =>
  (await test.api.ok(endpoints.listNotifications, { token: user.token })).notifications.map(
    ({ message }) => message,
  );

describe('renewing tokens', () => {
  it('leaves a fresh token alone', async () => {
    expect(await refreshTokens(test.deps)).toBe(0);
  });

  it('renews a token of a week once, however many processes look', async () => {
    await simulator.control('POST', '/clock', { advanceMs: 8 * dayMs });
    const before = await readToken();
    await makeDue();
    const counts = await Promise.all([1, 2, 3].map(() => refreshTokens(test.deps)));
    expect(counts.toSorted()).toEqual([0, 0, 1]);
    expect(await readToken()).not.toBe(before);
    const { tokenExpiresAt, status } = await readAccount();
    expect(status).toBe('connected');
    expect(Date.parse(tokenExpiresAt ?? '') - Date.now()).toBeGreaterThan(59 * dayMs);
    expect(await refreshTokens(test.deps)).toBe(0);
    expect((await test.deps.graph.getMe({ token: await readToken() })).ok).toBe(true);
  });

  it('takes up what a process that died had taken', async () => {
    await makeDue();
    const [due] = await claimTokenRefreshes(test.deps.engineSource, {
      now: Date.now(),
      leaseMs: 60_000,
      limit: 9,
    });
    expect(due?.accountId).toBe(account.instagramAccountId);
    expect(await refreshTokens(test.deps)).toBe(0);
    const clock = { now: () => Date.now() + 60_001 };
    expect(await refreshTokens({ ...test.deps, clock })).toBe(1);
  });

  it('makes an error of a token that was revoked, and tells the owner', async () => {
    await simulator.control('POST', `/accounts/${account.instagramUserId}/tokens/revoke`, { subcode: 460 });
    await makeDue();
    await refreshTokens(test.deps);
    expect(await readAccount()).toMatchObject({
      status: 'error',
      statusReason: expect.stringContaining('password'),
    });
    expect(await toldOf()).toEqual([expect.stringContaining('password')]);
  });

  it('warns once in the last week while Instagram is away, and keeps the token', async () => {
    const graph = createGraphClient({ baseUrl: 'http://127.0.0.1:9', version: 'v25.0', timeoutMs: 500 });
    const before = await readToken();
    for (const _attempt of [1, 2]) {
      await makeDue(Math.floor(Date.now() / dayMs) * dayMs + 3 * dayMs);
      expect(await refreshTokens({ ...test.deps, graph })).toBe(1);
    }
    await graph.destroy();
    expect(await readToken()).toBe(before);
    expect((await readAccount()).status).toBe('connected');
    expect(await toldOf()).toEqual([expect.stringContaining('could not be renewed')]);
  });

  it('leaves a token alone that was replaced while Instagram was asked', async () => {
    await makeDue();
    const sealed = test.deps.keyRing.seal('newer', tokenIdentity(account.instagramAccountId));
    const graph = {
      ...test.deps.graph,
      refreshToken: async (input: { token: string }) => {
        await query('UPDATE instagram_account SET access_token_sealed = $2 WHERE id = $1', [
          account.instagramAccountId,
          sealed,
        ]);
        return test.deps.graph.refreshToken(input);
      },
    };
    await refreshTokens({ ...test.deps, graph });
    expect(await readToken()).toBe('newer');
  });
});

describe('rotating keys', () => {
  const [oldKey, newKey] = [keyOf('k1'), keyOf('k2')];
  const source = () => test.deps.engineSource;
  const readAll = () =>
    query<{ id: string; sealed: string }>(
      'SELECT id, access_token_sealed AS sealed FROM instagram_account WHERE access_token_sealed IS NOT NULL',
    );

  it('refuses to begin, and to start, with a key that opens nothing, and changes nothing', async () => {
    const before = await readAll();
    const keyRing = createKeyRing([newKey]);
    const refused = expect.objectContaining({ code: 'unknown_encryption_key', kind: 'operational' });
    await expect(rotateKeys({ source: source(), keyRing })).rejects.toEqual(refused);
    await expect(checkEncryptionKeys({ source: source(), keyRing })).rejects.toEqual(refused);
    await expect(
      checkEncryptionKeys({ source: source(), keyRing: test.deps.keyRing }),
    ).resolves.toBeUndefined();
    expect(await readAll()).toEqual(before);
  });

  it('seals all tokens anew while others write, and does nothing when repeated', async () => {
    const before = await readToken();
    const keyRing = createKeyRing([newKey, oldKey]);
    const both = await Promise.all([
      rotateKeys({ source: source(), keyRing }),
      rotateKeys({ source: source(), keyRing }),
    ]);
    expect(both[0] + both[1]).toBe((await readAll()).length);
    expect(await rotateKeys({ source: source(), keyRing })).toBe(0);
    const onlyNew = createKeyRing([newKey]);
    expect(await readToken(onlyNew)).toBe(before);
    for (const { id, sealed } of await readAll())
      expect(onlyNew.open(sealed, tokenIdentity(id))).not.toBe('');
    await rotateKeys({ source: source(), keyRing: createKeyRing([oldKey, newKey]) });
  });
});

function keyOf(text: string): Buffer {
  return Buffer.alloc(32, text);
}

describe('the doctor', () => {
  const run = () => test.api.ok(endpoints.runDoctor, at());
  const stateOf = (report: Awaited<ReturnType<typeof run>>, id: string) =>
    report.checks.find((check) => check.id === id);
  const unsubscribe = () =>
    simulator.control('PATCH', `/accounts/${account.instagramUserId}`, { subscribed: false });

  it('finds missing webhooks, tells once, and subscribes them on request', async () => {
    await unsubscribe();
    const report = await run();
    await run();
    expect(report.state).toBe('failed');
    expect(stateOf(report, 'webhooks_subscribed')).toMatchObject({ state: 'failed', fixId: 'resubscribe' });
    expect(await toldOf()).toEqual([expect.stringContaining('Subscribe the webhooks again')]);
    const fixed = await test.api.ok(endpoints.fixConnection, { ...at(), body: { fixId: 'resubscribe' } });
    expect(fixed.isFixed).toBe(true);
    expect(stateOf(fixed.report, 'webhooks_subscribed')?.state).toBe('passed');
    expect((await test.api.ok(endpoints.getDoctorReport, at())).checkedAt).toBe(fixed.report.checkedAt);
  });

  it('repairs them by itself once a day', async () => {
    await unsubscribe();
    await query('UPDATE instagram_account SET doctor_at = now() WHERE id = $1', [account.instagramAccountId]);
    const keeper = createConnectionKeeper(test.deps);
    await keeper.run();
    await keeper.stop();
    const report = await test.api.ok(endpoints.getDoctorReport, at());
    expect(stateOf(report, 'webhooks_subscribed')).toMatchObject({
      state: 'passed',
      details: { wasRepaired: true, missing: [] },
    });
    expect(stateOf(await run(), 'webhooks_subscribed')?.details).toMatchObject({ wasRepaired: false });
  });

  it('says what to do about a revoked token, and checks nothing that needs it', async () => {
    await simulator.control('POST', `/accounts/${account.instagramUserId}/tokens/revoke`, { subcode: 458 });
    const report = await run();
    expect(stateOf(report, 'token_valid')).toMatchObject({ state: 'failed', fixId: 'reconnect' });
    expect(stateOf(report, 'message_access')?.state).toBe('skipped');
    expect(stateOf(report, 'webhooks_subscribed')?.state).toBe('skipped');
  });

  it('sees that the owner turned access to messages off', async () => {
    await simulator.control('PATCH', `/accounts/${account.instagramUserId}`, { isMessageAccessOff: true });
    expect(stateOf(await run(), 'message_access')).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('Connected tools'),
    });
  });

  it('follows a message of somebody all the way here', async () => {
    const trip = await test.api.ok(endpoints.startRoundTrip, at());
    expect(trip).toMatchObject({ state: 'waiting', method: 'owner_message' });
    const person = (await simulator.control('POST', `/accounts/${account.instagramUserId}/persons`, {})) as {
      igsid: string;
    };
    await simulator.control('POST', `/accounts/${account.instagramUserId}/persons/${person.igsid}/message`, {
      text: trip.phrase?.toUpperCase(),
    });
    const params = { id: account.instagramAccountId, roundTripId: trip.roundTripId };
    const look = () => test.api.ok(endpoints.getRoundTrip, { token: user.token, params });
    await waitFor(async () => (await look()).state === 'passed', { what: 'the message' });
    const report = await run();
    expect(stateOf(report, 'round_trip')?.state).toBe('passed');
    expect(stateOf(report, 'webhook_received')?.state).toBe('passed');
    expect(stateOf(report, 'webhook_signature')?.state).toBe('passed');
    const other = await connectShop();
    const foreign = { token: user.token, params: { ...params, id: other.instagramAccountId } };
    expect((await test.api.call(endpoints.getRoundTrip, foreign)).status).toBe(404);
  });

  it('tells that webhooks come with another signature, until one fits', async () => {
    const body = textWebhook({ accountId: account.instagramUserId, personId: '771', text: 'hello' });
    expect((await deliver(test, body, { secret: 'another secret' })).statusCode).toBe(401);
    const signature = async () => stateOf(await run(), 'webhook_signature')?.state;
    await waitFor(async () => (await signature()) === 'warning', { what: 'the warning' });
    expect((await deliver(test, body)).statusCode).toBe(200);
    expect(await signature()).toBe('passed');
  });

  it('answers where to log in again', async () => {
    const answer = await test.api.call(endpoints.fixConnection, { ...at(), body: { fixId: 'reconnect' } });
    // The test app has no app id: then it says what the operator has to set.
    expect([answer.status, answer.error.message]).toEqual([503, expect.stringContaining('INSTAGRAM_APP_ID')]);
  });
});

import type { AddressInfo } from 'node:net';
import { endpoints, type InstagramAccount } from '@instaflow/contracts';
import { waitFor } from '@instaflow/testing';
import { signUp, type TestUser } from '../../spec-support/scenario';
import { startRealSimulator, type RealSimulator } from '../../spec-support/start-real-simulator';
import { startTestApp, type TestApp } from '../../spec-support/start-test-app';
import { checkAccount } from './check-account';

const minuteMs = 60_000;
let simulator: RealSimulator;
let test: TestApp;
let user: TestUser;
let account: InstagramAccount;
let person: string;

beforeAll(async () => {
  simulator = await startRealSimulator();
  test = await startTestApp({ graphUrl: simulator.url, listen: true, workers: true });
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  await simulator.control('POST', '/webhook', { url: `http://127.0.0.1:${port}/api/v1/webhooks/instagram` });
  user = await signUp(test);
});
beforeEach(async () => {
  const shop = (await simulator.control('POST', '/accounts', {})) as Record<string, string>;
  account = await test.api.ok(endpoints.connectAccount, {
    token: user.token,
    body: {
      instagramUserId: shop['userId'],
      instagramUsername: shop['username'],
      accessToken: shop['accessToken'],
    },
  });
  const created = (await simulator.control('POST', `/accounts/${account.instagramUserId}/persons`, {})) as {
    igsid: string;
  };
  person = created.igsid;
});
afterEach(() => simulator.control('DELETE', '/faults'));
afterAll(async () => {
  await test.close();
  await simulator.stop();
});

const at = () => ({ token: user.token, params: { id: account.instagramAccountId } });
const write = (text: string) =>
  simulator.control('POST', `/accounts/${account.instagramUserId}/persons/${person}/message`, { text });
const loseWebhooks = () =>
  simulator.control('POST', '/faults', {
    kind: 'lose_webhook',
    match: { accountId: account.instagramUserId },
  });
const check = async (isRepairing: boolean) => {
  const clock = { now: () => Date.now() + 5 * minuteMs };
  const key = { id: account.instagramAccountId, workspaceId: user.workspaceId };
  const report = await checkAccount({ ...test.deps, clock }, { key, isRepairing });
  return report?.checks.find(({ id }) => id === 'missed_events');
};
const recoveryOf = () => test.api.ok(endpoints.getRecovery, at());
const textsOf = async () => {
  const { conversations } = await test.api.ok(endpoints.listConversations, at());
  const id = conversations[0]?.conversationId;
  if (id === undefined) return [];
  const { messages } = await test.api.ok(endpoints.listMessages, { ...at(), params: { id } });
  return messages.map(({ content }) => content.text);
};

describe('missed events', () => {
  it('are found by the doctor and read on request', async () => {
    expect(await recoveryOf()).toMatchObject({ state: 'none', eventsRead: 0, since: null });
    expect(await check(false)).toMatchObject({ state: 'passed' });
    await loseWebhooks();
    await write('is anybody there');
    expect(await check(false)).toMatchObject({ state: 'warning', fixId: 'recover_missed' });
    const fixed = await test.api.ok(endpoints.fixConnection, { ...at(), body: { fixId: 'recover_missed' } });
    expect(fixed.isFixed).toBe(true);
    await waitFor(async () => (await recoveryOf()).state === 'done', {
      what: 'the end of reading',
      timeoutMs: 20_000,
    });
    expect(await recoveryOf()).toMatchObject({ eventsFound: 1, sentence: expect.stringContaining('1 of 1') });
    expect(await textsOf()).toEqual(['is anybody there']);
    // Instagram lets an account ask twice a second; the check says so instead of guessing.
    const isTold = async () => (await check(false))?.sentence.startsWith('1 missed events');
    await waitFor(isTold, { what: 'the check passing', intervalMs: 1_500, timeoutMs: 10_000 });
  });

  it('are read without being asked for by the daily check', async () => {
    await loseWebhooks();
    await write('hello?');
    expect(await check(true)).toMatchObject({ state: 'warning', details: { state: 'waiting' } });
    // The clock of the check is ahead of that of the workers.
    await test.deps.engineSource.query('UPDATE missed_events SET due_at = now() WHERE due_at > now()');
    await waitFor(async () => (await textsOf()).includes('hello?'), {
      what: 'the message',
      timeoutMs: 20_000,
    });
  });

  it('are no longer read once that is cancelled', async () => {
    await test.deps.engineSource.query(
      `INSERT INTO missed_events (instagram_account_id, since, state, due_at) VALUES ($1, now(), 'waiting', now() + interval '1 hour')`,
      [account.instagramAccountId],
    );
    expect(await recoveryOf()).toMatchObject({ state: 'waiting' });
    expect(await test.api.ok(endpoints.cancelRecovery, at())).toMatchObject({ state: 'cancelled' });
    expect(await check(false)).toMatchObject({ state: 'passed' });
  });
});

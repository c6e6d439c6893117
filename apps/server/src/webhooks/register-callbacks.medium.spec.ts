import { createHash, createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { v7 as newId } from 'uuid';
import { dataDeletionReceipt, endpoints, type InstagramAccount } from '@instaflow/contracts';
import { dataDeletionRepository, erasePerson } from '@instaflow/db';
import { runDeletions } from '../privacy/run-deletions';
import { deliver, receiveText, signUp, textWebhook, type TestUser } from '../spec-support/scenario';
import { startRealSimulator, type RealSimulator } from '../spec-support/start-real-simulator';
import { appSecret, metaSecret, startTestApp, type TestApp } from '../spec-support/start-test-app';

const callbacks = '/api/v1/webhooks/instagram';
let simulator: RealSimulator;
let test: TestApp;
let user: TestUser;

beforeAll(async () => {
  simulator = await startRealSimulator();
  test = await startTestApp({ graphUrl: simulator.url, listen: true });
  user = await signUp(test);
});
afterAll(async () => {
  await test.close();
  await simulator.stop();
});

type Shop = Record<'id' | 'userId' | 'username' | 'accessToken', string>;

async function connectShop(): Promise<{ shop: Shop; account: InstagramAccount }> {
  const shop = (await simulator.control('POST', '/accounts', {})) as Shop;
  const account = await test.api.ok(endpoints.connectAccount, {
    token: user.token,
    body: { instagramUserId: shop.userId, instagramUsername: shop.username, accessToken: shop.accessToken },
  });
  return { shop, account };
}

function sign(payload: object, secret = appSecret): string {
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}
const asking = (userId: string, issuedAt = 1_700_000_000) => ({
  user_id: userId,
  algorithm: 'HMAC-SHA256',
  issued_at: issuedAt,
});

const post = (kind: string, body: string) =>
  test.app.inject({
    method: 'POST',
    url: `${callbacks}/${kind}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: body,
  });
const postSigned = (kind: string, signed: string) =>
  post(kind, new URLSearchParams({ signed_request: signed }).toString());
const idsOf = async () =>
  (await test.api.ok(endpoints.listAccounts, { token: user.token })).instagramAccounts.map(
    ({ instagramAccountId }) => instagramAccountId,
  );
const urlOf = (kind: string) => {
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  return `http://127.0.0.1:${port}${callbacks}/${kind}`;
};
async function ask(userId: string, issuedAt?: number): Promise<{ url: string; code: string }> {
  const response = await postSigned('data-deletion', sign(asking(userId, issuedAt)));
  expect(response.statusCode).toBe(200);
  const { url, confirmation_code: code } = dataDeletionReceipt.parse(response.json());
  return { url, code };
}
const statusOf = (code: string) => test.api.ok(endpoints.getDataDeletion, { params: { code } });

/** How many rows of each table are about a person; a table that is added later is among them. */
async function countRows(contactId: string): Promise<Record<string, number>> {
  const source = test.deps.engineSource;
  const tables = await source.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'contact_id'
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace`,
  );
  const parts = tables.map(
    ({ name }) => `(SELECT count(*)::int FROM ${name} WHERE contact_id = $1) AS ${name}`,
  );
  const [row] = await source.query<Record<string, number>[]>(
    `SELECT ${parts.join(', ')}, (SELECT count(*)::int FROM contact WHERE id = $1) AS contact`,
    [contactId],
  );
  return row ?? {};
}
const sumOf = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe.each(['deauthorize', 'data-deletion'])('the callback %s', (kind) => {
  it.each([
    ['another secret', (id: string) => sign(asking(id), 'forged'), 401],
    ['another algorithm', (id: string) => sign({ ...asking(id), algorithm: 'none' }), 401],
    [
      'a payload that was changed',
      (id: string) => `${sign(asking('1')).split('.')[0]}.${sign(asking(id)).split('.')[1]}`,
      401,
    ],
    ['no signed request at all', () => 'nonsense', 400],
  ])('refuses %s and does nothing', async (_name, make, status) => {
    const { account, shop } = await connectShop();
    expect((await postSigned(kind, make(shop.id))).statusCode).toBe(status);
    expect(await idsOf()).toContain(account.instagramAccountId);
  });

  it('refuses bodies that are no form with the field', async () => {
    for (const body of ['', 'x=1', '{"signed_request":1}', `signed_request=${'a'.repeat(70_000)}`]) {
      expect([400, 413]).toContain((await post(kind, body)).statusCode);
    }
  });
});

describe('deauthorizing', () => {
  it('disconnects the account of whoever removed the app, told by Instagram itself', async () => {
    const { shop, account } = await connectShop();
    const other = await connectShop();
    await simulator.control('POST', '/webhook', {
      deauthorizeUrl: urlOf('deauthorize'),
      skipVerification: true,
    });
    const answer = await simulator.control('POST', `/accounts/${shop.userId}/remove-app`);
    expect(answer).toMatchObject({ callback: { status: 200 } });
    expect(await idsOf()).not.toContain(account.instagramAccountId);
    expect(await idsOf()).toContain(other.account.instagramAccountId);
    const [row] = await test.deps.engineSource.query<{ token: string | null; result: string }[]>(
      'SELECT access_token_sealed AS token, unsubscribe_result AS result FROM instagram_account WHERE id = $1',
      [account.instagramAccountId],
    );
    expect(row).toEqual({ token: null, result: 'access_token_invalid' });
    const { notifications } = await test.api.ok(endpoints.listNotifications, { token: user.token });
    expect(notifications).toMatchObject([
      { kind: 'account_error', instagramAccountId: account.instagramAccountId },
    ]);
  });

  it('takes the secret of the Meta app as well, and a repetition', async () => {
    const { shop, account } = await connectShop();
    const signed = sign(asking(shop.id), metaSecret);
    expect((await postSigned('deauthorize', signed)).statusCode).toBe(200);
    expect((await postSigned('deauthorize', signed)).statusCode).toBe(200);
    expect(await idsOf()).not.toContain(account.instagramAccountId);
  });
});

describe('deleting the data of a person', () => {
  it('erases all that is known of somebody who wrote, in every account, and nobody else', async () => {
    const [first, second] = [await connectShop(), await connectShop()];
    const personId = `77${Date.now()}`;
    const gone = [
      await receiveText(test, user, first.account, { personId }),
      await receiveText(test, user, second.account, { personId }),
    ];
    const kept = await receiveText(test, user, first.account);
    await deliver(test, textWebhook({ accountId: '123456', personId, text: 'to nobody' }));
    const { code, url } = await ask(personId);
    expect(url).toBe(`http://localhost:4400/data-deletion/${code}`);
    expect((await statusOf(code)).state).toBe('received');
    await Promise.all([runDeletions(test.deps), runDeletions(test.deps)]);
    for (const { contactId } of gone) expect(sumOf(await countRows(contactId))).toBe(0);
    expect(await countRows(kept.contactId)).toMatchObject({ contact: 1, message_log: 1, inbound_event: 1 });
    const [left] = await test.deps.engineSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM unrouted_event WHERE raw::text LIKE '%' || $1 || '%'`,
      [personId],
    );
    expect(left?.count).toBe(0);
    expect(await statusOf(code)).toMatchObject({ state: 'completed', completedAt: expect.any(String) });
    const [row] = await test.deps.engineSource.query<{ subject: string | null }[]>(
      'SELECT subject_id AS subject FROM data_deletion WHERE confirmation_code = $1',
      [code],
    );
    expect(row?.subject).toBeNull();
  });

  it('goes on where it broke off', async () => {
    const { account } = await connectShop();
    const personId = `78${Date.now()}`;
    const { contactId } = await receiveText(test, user, account, { personId });
    const { code } = await ask(personId);
    const due = await dataDeletionRepository.claim(test.deps.engineSource, {
      now: Date.now(),
      leaseMs: 1_000,
    });
    // Everything is gone already when the process dies before it could say so.
    await erasePerson(test.deps.engineSource, {
      deletionId: due?.id ?? '',
      subjectId: personId,
      accountIds: [],
    });
    await runDeletions(test.deps);
    expect((await statusOf(code)).state).toBe('running');
    await runDeletions({ ...test.deps, clock: { now: () => Date.now() + 2_000 } });
    expect((await statusOf(code)).state).toBe('completed');
    expect(sumOf(await countRows(contactId))).toBe(0);
  });

  it('is done only when the files they sent are gone from the storage', async () => {
    const { account } = await connectShop();
    const personId = `79${Date.now()}`;
    const { contactId, instagramAccountId } = await receiveText(test, user, account, { personId });
    const { mediaStore } = test.deps;
    await mediaStore.keep({
      workspaceId: user.workspaceId,
      ...{ instagramAccountId, contactId, messageId: newId(), createdBy: null },
      source: [Buffer.from(personId)],
      maxBytes: 100,
      judge: () => ({ kind: 'file', contentType: 'application/pdf' }),
      nameOf: () => 'x',
      expiresAt: Date.now() + 1_000_000,
    });
    const storageKey = `${user.workspaceId}/${createHash('sha256').update(personId).digest('hex')}`;
    const isStored = async () => {
      const bytes = await mediaStore.open(storageKey, null);
      bytes?.destroy();
      return bytes !== null;
    };
    const { code } = await ask(personId);
    const broken = { ...mediaStore, remove: () => Promise.reject(new Error('disk')) };
    await runDeletions({ ...test.deps, mediaStore: broken });
    expect([(await statusOf(code)).state, await isStored()]).toEqual(['running', true]);
    await runDeletions({ ...test.deps, clock: { now: () => Date.now() + 150_000 } });
    expect([(await statusOf(code)).state, await isStored()]).toEqual(['completed', false]);
  });

  it('disconnects the account of an owner and erases everybody who wrote to it', async () => {
    const { shop, account } = await connectShop();
    const people = [await receiveText(test, user, account), await receiveText(test, user, account)];
    const answer = (await simulator.control('POST', `/accounts/${shop.userId}/request-deletion`, {
      url: urlOf('data-deletion'),
    })) as { status: number; body: string };
    expect(answer.status).toBe(200);
    const { confirmation_code: code } = dataDeletionReceipt.parse(JSON.parse(answer.body));
    await runDeletions(test.deps);
    expect(await idsOf()).not.toContain(account.instagramAccountId);
    for (const { contactId } of people) expect(sumOf(await countRows(contactId))).toBe(0);
    expect((await statusOf(code)).state).toBe('completed');
    const [row] = await test.deps.engineSource.query<{ username: string }[]>(
      'SELECT instagram_username AS username FROM instagram_account WHERE id = $1',
      [account.instagramAccountId],
    );
    expect(row?.username).toBe('deleted');
  });

  it('answers the same request with the same code, and another one with another', async () => {
    const first = await ask('555', 1);
    expect(await ask('555', 1)).toEqual(first);
    expect((await ask('555', 2)).code).not.toBe(first.code);
    await runDeletions(test.deps);
    expect((await statusOf(first.code)).state).toBe('nothing_found');
  });

  it('shows a page without a login that names nobody', async () => {
    const { code } = await ask('987654321987');
    const page = await test.app.inject(`/data-deletion/${code}`);
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain(code);
    expect(page.body).not.toContain('987654321987');
    expect((await test.app.inject('/data-deletion/unknownunknownunknown')).statusCode).toBe(404);
    expect((await test.app.inject('/data-deletion/%3Cscript%3E')).body).not.toContain('<script>');
    expect(
      (await test.api.call(endpoints.getDataDeletion, { params: { code: 'unknownunknownunknown' } })).status,
    ).toBe(404);
  });
});

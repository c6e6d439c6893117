import { createHash, createHmac } from 'node:crypto';
import { get } from 'node:http';
import { startWorld, type SpecWorld } from '../spec/start-world';

describe('the control API', () => {
  let world: SpecWorld;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.close());

  it('refuses pages of another origin and what it does not know', async () => {
    const foreign = await fetch(`${world.url}/_control/reset`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect(await statusForHost(world.url, 'rebound.example')).toBe(403);
    expect(await statusForHost(world.url, `localhost:${new URL(world.url).port}`)).toBe(200);
    expect((await world.control('GET', '/nothing')).status).toBe(404);
    expect((await world.control('POST', '/accounts', { surprise: 1 })).status).toBe(400);
    expect((await world.control('GET', '/accounts/17841/persons')).status).toBe(404);
  });

  it('keeps usernames and ids of accounts apart', async () => {
    expect((await world.control('POST', '/accounts', { username: 'bloom' })).status).toBe(409);
    const fixed = { username: 'known', userId: '17841999999999999', accessToken: 'fixed-token' };
    expect((await world.control('POST', '/accounts', fixed)).body).toMatchObject(fixed);
    expect((await world.graph('GET', '/me?fields=username', undefined, 'fixed-token')).body.username).toBe(
      'known',
    );
  });

  it('takes many persons and messages at once', async () => {
    const at = `/accounts/${world.account.userId}`;
    const { body } = await world.control('POST', `${at}/persons/bulk`, { count: 50 });
    const messages = body.persons.map(({ igsid }: { igsid: string }) => ({ igsid, text: 'hi' }));
    expect((await world.control('POST', `${at}/messages`, { messages })).body.mids).toHaveLength(50);
    expect(await world.events()).toHaveLength(50);
  });

  it('pages through the ledger by cursor, filters it and waits for more', async () => {
    const igsid = await world.newWriter();
    await world.events();
    for (const text of ['a', 'b', 'c']) await world.sendText(igsid, text);
    await world.sendText('999999999999999', 'nobody');
    const read = async (query: string) => (await world.control('GET', `/ledger?${query}`)).body;
    const first = await read('type=graph&limit=2');
    const rest = await read(`type=graph&cursor=${first.nextCursor}`);
    const texts = [...first.entries, ...rest.entries].map(({ body }) => body.message.text);
    expect(texts).toEqual(['a', 'b', 'c', 'nobody']);
    expect((await read('result=rejected')).entries[0]).toMatchObject({
      igsid: '999999999999999',
      status: 400,
      error: { code: 100, subcode: 2534014 },
    });
    expect((await read(`igsid=${igsid}&type=graph&tail=true&limit=1`)).entries[0].body.message.text).toBe(
      'c',
    );
    expect(JSON.stringify(await read(''))).not.toContain(world.account.accessToken);

    await world.events();
    const { nextCursor } = await read('tail=true&limit=1');
    const waiting = read(`type=graph&cursor=${nextCursor}&waitMs=5000`);
    await world.sendText(igsid, 'late');
    expect((await waiting).entries[0].body.message.text).toBe('late');
    await world.control('DELETE', '/ledger');
    expect((await read('type=graph')).entries).toEqual([]);
  });

  it('calls a deletion address with a signed request', async () => {
    const url = world.receiver.url.replace('webhooks', 'deletion');
    const path = `/accounts/${world.account.userId}/signed-request`;
    expect((await world.control('POST', path, { url })).body.status).toBe(200);
    const form = new URLSearchParams(world.receiver.received.at(-1)?.text);
    const [signature, payload = ''] = (form.get('signed_request') ?? '').split('.');
    expect(signature).toBe(createHmac('sha256', 'simulator-app-secret').update(payload).digest('base64url'));
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      user_id: world.account.id,
      algorithm: 'HMAC-SHA256',
      issued_at: expect.any(Number),
    });
  });

  it('lets the owner remove the app and ask for deletion', async () => {
    const path = (verb: string) => `/accounts/${world.account.userId}/${verb}`;
    expect((await world.control('POST', path('request-deletion'))).status).toBe(409);
    await world.control('POST', '/webhook', {
      deauthorizeUrl: `${world.receiver.url}/gone`,
      dataDeletionUrl: `${world.receiver.url}/erase`,
    });
    expect((await world.control('POST', path('request-deletion'))).body.status).toBe(200);
    const removed = await world.control('POST', path('remove-app'));
    expect(removed.body).toMatchObject({ revoked: 1, callback: { status: 200 } });
    expect((await world.graph('GET', '/me')).body.error).toMatchObject({ code: 190, error_subcode: 458 });
    const kinds = (await world.ledger('type=webhook')).flatMap((entry) => entry.kinds);
    expect(kinds).toEqual(['data_deletion', 'deauthorize']);
  });

  it('tells in the ledger which token was used, without giving it away', async () => {
    const igsid = await world.newWriter();
    await world.sendText(igsid, 'x');
    const { body: narrow } = await world.control('POST', `/accounts/${world.account.userId}/tokens`, {
      scopes: ['instagram_business_basic'],
    });
    await world.graph('GET', '/me', undefined, narrow.accessToken);
    await world.graph('GET', '/me', undefined, 'nonsense');
    const [first, second, third] = (await world.ledger('type=graph')).map(({ token }) => token);
    expect(first).toEqual({
      login: 'instagram',
      accountId: world.account.userId,
      scopes: expect.arrayContaining(['instagram_business_manage_messages']),
      fingerprint: createHash('sha256').update(world.account.accessToken).digest('hex').slice(0, 16),
    });
    expect(second.fingerprint).toBe(narrow.fingerprint);
    expect(third).toBeNull();
    expect(await world.ledger('kind=message')).toHaveLength(1);
  });

  it('changes the count of followers and the profile when somebody follows, and tells nobody', async () => {
    const igsid = await world.newWriter({ follows: false });
    await world.events();
    const count = async () => (await world.graph('GET', '/me?fields=followers_count')).body.followers_count;
    const before = await count();
    const path = `/accounts/${world.account.userId}/persons/${igsid}`;
    await world.control('PATCH', path, { follows: true });
    expect(await count()).toBe(before + 1);
    const profile = await world.graph('GET', `/${igsid}?fields=is_user_follow_business`);
    expect(profile.body.is_user_follow_business).toBe(true);
    expect(await world.events()).toEqual([]);
  });

  it('lets persons edit and delete their comments, of which nobody is told', async () => {
    const igsid = await world.newPerson();
    const id = await world.comment(await world.newPost(), igsid, 'price');
    await world.events();
    const path = `/accounts/${world.account.userId}/comments/${id}`;
    await world.control('PATCH', path, { text: 'prices?' });
    expect((await world.graph('GET', `/${id}?fields=text`)).body.text).toBe('prices?');
    await world.control('DELETE', path);
    expect(await world.events()).toEqual([]);
    const message = { recipient: { comment_id: id }, message: { text: 'x' } };
    expect((await world.graph('POST', '/me/messages', message)).body.error.error_subcode).toBe(2534025);
    expect((await world.control('DELETE', path)).status).toBe(404);
  });

  it('forgets everything but the webhook on reset', async () => {
    await world.newWriter();
    await world.advance(5000);
    await world.control('POST', '/faults', { kind: 'hang' });
    await world.control('POST', '/reset', {});
    expect((await world.control('GET', '/accounts')).body).toEqual({ accounts: [] });
    expect((await world.control('GET', '/faults')).body).toEqual({ faults: [] });
    expect((await world.control('GET', '/clock')).body.offsetMs).toBe(0);
    expect((await world.control('GET', '/webhook')).body.url).toBe(world.receiver.url);
    expect((await world.graph('GET', '/me')).body.error.code).toBe(190);
  });

  it('streams what changes', async () => {
    const stream = await fetch(`${world.url}/_control/events`);
    const reader = stream.body!.getReader();
    const igsid = await world.newWriter();
    let text = '';
    while (!text.includes(`"thread","accountId":"${world.account.userId}","igsid":"${igsid}"`)) {
      const { value } = await reader.read();
      text += Buffer.from(value).toString();
    }
    expect(text).toContain('"kind":"person"');
    await reader.cancel();
  });

  it('adds a fixed latency on demand', async () => {
    await world.control('POST', '/latency', { latencyMs: 80 });
    const startedAt = performance.now();
    await world.graph('GET', '/me');
    expect(performance.now() - startedAt).toBeGreaterThan(75);
  });

  it('says how to build the test phone where it is missing', async () => {
    await world.close();
    world = await startWorld({ phoneDirectory: '/nowhere' });
    const answer = await fetch(`${world.url}/`);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('vite build')]);
    expect((await fetch(`${world.url}/assets/..%2f..%2fpackage.json`)).status).toBe(404);
  });
});

/** `fetch` does not let a caller choose the Host header. */
function statusForHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(`${url}/_control/clock`, { headers: { host }, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

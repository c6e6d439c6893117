import { claimEffects, finishEffect } from '@instaflow/db';
import { apiCall, flow, start } from '@instaflow/flow-model';
import { createOutboundClient } from '@instaflow/platform';
import { waitFor } from '@instaflow/testing';
import { v4, v7 } from 'uuid';
import { useEffectTools } from '../spec-support/use-effect-tools';

describe('effects', () => {
  const { harness, stub, newRunner, ask, carryOut, effects, texts, run, cause, takeOver } = useEffectTools();

  it('are asked for with the turn, carried out once and answered in a turn', async () => {
    stub().answerWith((_request, response) => response.end(JSON.stringify({ person: { name: 'Ann' } })));
    const account = await ask('/people?id={{contact.id}}', {
      method: 'POST',
      body: { a: '{{contact.username}}' },
    });
    expect(await run(account)).toMatchObject({ status: 'waiting', waiting_for: 'effect' });
    const [asked] = await effects(account);
    expect(asked).toMatchObject({ status: 'requested', attempts: 0 });
    expect(asked?.key).toMatch(/^[0-9a-f-]{36}\/call\/1\/0$/);

    harness().wakes.length = 0;
    await Promise.all([carryOut(), carryOut(), carryOut()]);
    expect(stub().requests).toEqual([
      {
        method: 'POST',
        path: expect.stringMatching(/^\/people\?id=[0-9a-f-]{36}$/),
        key: asked?.key,
        body: '{"a":""}',
      },
    ]);
    expect(harness().wakes.map(({ name }) => name)).toEqual(['turns.wake']);
    expect(await effects(account)).toEqual([
      { key: asked?.key, status: 'done', reason: null, attempts: 1, failures: 0 },
    ]);

    await harness().runAll();
    await harness().runAll();
    expect(await texts(account)).toEqual(['well Ann']);
    expect(await run(account)).toMatchObject({ status: 'completed' });
    expect(
      await harness().query(
        `SELECT c.custom_attributes AS attributes, e.status, e.reason, e.turn_id IS NOT NULL AS traced
         FROM contact c JOIN inbound_event e ON e.contact_id = c.id AND e.kind = 'effect_result'
         WHERE c.instagram_account_id = $1`,
        [account.accountId],
      ),
    ).toEqual([
      { attributes: { nickname: 'Ann' }, status: 'consumed', reason: 'effect_result', traced: true },
    ]);
  });

  it('keep nothing of the request when they are over', async () => {
    stub().answerWith((_request, response) => response.end('{}'));
    const account = await ask('/', { headers: { Authorization: 'Bearer secret' } });
    const stored = `SELECT request::text AS request FROM flow_effect WHERE instagram_account_id = $1`;
    expect(await harness().query(stored, [account.accountId])).toEqual([
      { request: expect.stringContaining('Bearer secret') },
    ]);
    await carryOut();
    expect(await harness().query(stored, [account.accountId])).toEqual([{ request: '{}' }]);
    expect(harness().logs.join('')).not.toContain('Bearer secret');
  });

  it('are looked for at once when a turn of this process asks', async () => {
    stub().answerWith((_request, response) => response.end('{}'));
    const runner = newRunner({ intervalMs: 60_000 });
    runner.start();
    const account = await harness().seed({
      settings: { debounceWindowMs: 0 },
      definition: flow(start(), apiCall(`${stub().url}/poked`)),
    });
    await harness().receive(account, '1', 'hi');
    const processor = harness().newProcessor({ onEffects: () => runner.poke() });
    await harness().runAll(processor);
    await waitFor(() => stub().requests.some(({ path }) => path === '/poked'));
    await runner.stop();
    await processor.close();
    expect(await effects(account)).toMatchObject([{ status: 'done' }]);
  });

  it.each<[string, string, (url: string) => string]>([
    ['a refusal', 'http_404', (url) => `${url}/404`],
    ['what is no JSON', 'not_json', (url) => `${url}/html`],
    ['10 MB', 'too_large', (url) => `${url}/large`],
    ['silence', 'timeout', (url) => `${url}/silent`],
    [
      'a redirect to the metadata service',
      'address_blocked',
      (url) => `${url}/to?http://169.254.169.254/latest`,
    ],
    ['a redirect to this machine', 'address_blocked', (url) => `${url}/to?http://127.0.0.1:9/`],
    ['a name of this machine', 'address_blocked', () => 'http://localhost:9/'],
    ['a private address', 'address_blocked', () => 'http://10.0.0.1/'],
  ])('follow “Failed” on %s', async (_name, reason, urlOf) => {
    stub().answerWith(({ path }, response) => {
      if (path.startsWith('/to?')) response.writeHead(302, { location: path.slice(4) }).end();
      if (path === '/404') response.writeHead(404).end('{}');
      if (path === '/html') response.end('<html>');
      if (path === '/large') response.end(Buffer.alloc(10 * 1024 * 1024, 32));
    });
    const account = await ask(urlOf(stub().url), { timeoutMs: reason === 'timeout' ? 100 : 5_000 });
    await carryOut();
    await harness().runAll();
    expect(await texts(account)).toEqual(['badly']);
    expect(await cause(account)).toBe(reason);
    expect(await effects(account)).toMatchObject([{ status: 'failed', reason }]);
  });

  it('reach no address of this machine unless told to', async () => {
    const account = await ask('/');
    stub().answerWith((_request, response) => response.end('{}'));
    await carryOut({ http: createOutboundClient() });
    expect(stub().requests).toEqual([]);
    expect(await effects(account)).toMatchObject([{ status: 'failed', reason: 'address_blocked' }]);
  });

  it('fail the run visibly when nothing is connected to “Failed”', async () => {
    stub().answerWith((_request, response) => response.writeHead(400).end());
    const account = await ask('/', { catches: false });
    await carryOut();
    await harness().runAll();
    expect(await run(account)).toMatchObject({ status: 'failed', end_reason: 'external_call_failed' });
    expect(await texts(account)).toEqual([]);
  });

  it('are asked for again with the same key after their worker died, and go on once', async () => {
    stub().answerWith((_request, response) => response.end('{"person":{"name":"B"}}'));
    const account = await ask('/', { timeoutMs: 10_000 });
    const now = harness().clock.now();
    const lease = v4();
    // The worker that takes it now makes the call and dies before it can say so.
    const [taken] = await claimEffects(harness().engine, { lease, limit: 9, perAccount: 9, busy: [], now });
    await carryOut();
    expect(stub().requests).toEqual([]);
    harness().clock.advance(20_000);
    await carryOut();
    expect(stub().requests.map(({ key }) => key)).toEqual([taken?.key]);
    // It was only asleep after all: its answer comes too late.
    const result = { key: taken?.key, outcome: 'answered', reason: null, data: { status: 200, saved: [] } };
    const late = {
      key: taken?.key ?? '',
      lease,
      status: 'done' as const,
      reason: null,
      eventId: v7(),
      result,
      now,
    };
    expect(await finishEffect(harness().engine, late)).toBeNull();
    await harness().runAll();
    await harness().runAll();
    expect(await texts(account)).toEqual(['well B']);
    expect(await effects(account)).toMatchObject([{ status: 'done', attempts: 2, failures: 0 }]);
  });

  it('are given up when every worker that takes them dies', async () => {
    const account = await ask('/');
    for (let death = 0; death < 5; death += 1) {
      const request = { lease: v4(), limit: 9, perAccount: 9, busy: [], now: harness().clock.now() };
      expect(await claimEffects(harness().engine, request)).toHaveLength(1);
      harness().clock.advance(60_000);
    }
    await carryOut();
    await harness().runAll();
    expect(await effects(account)).toMatchObject([{ status: 'failed', reason: 'interrupted' }]);
    expect(await texts(account)).toEqual(['badly']);
  });

  it('are discarded when a person takes over while they are under way, and the trace says so', async () => {
    const held: (() => void)[] = [];
    stub().answerWith((_request, response) => held.push(() => response.end('{"person":{"name":"C"}}')));
    const account = await ask('/');
    const runner = newRunner();
    await runner.run();
    await waitFor(() => held.length > 0);
    expect(await takeOver(account)).toBe(true);
    held[0]?.();
    await runner.idle();
    await runner.stop();
    await harness().runAll();
    expect(await texts(account)).toEqual([]);
    expect(await run(account)).toMatchObject({ status: 'taken_over' });
    const [turn] = await harness().query<{ candidates: unknown }>(
      'SELECT candidates FROM contact_turn WHERE instagram_account_id = $1 ORDER BY id DESC LIMIT 1',
      [account.accountId],
    );
    expect(turn?.candidates).toMatchObject([
      { kind: 'effect_result', outcome: 'rejected', reason: 'run_has_ended' },
    ]);
    expect(
      await harness().query(
        `SELECT status, reason FROM inbound_event WHERE instagram_account_id = $1 AND kind = 'effect_result'`,
        [account.accountId],
      ),
    ).toEqual([{ status: 'ignored', reason: 'run_has_ended' }]);
    expect(
      await harness().query('SELECT custom_attributes AS a FROM contact WHERE instagram_account_id = $1', [
        account.accountId,
      ]),
    ).toEqual([{ a: {} }]);
  });

  it('are not carried out when nobody waits for them any more', async () => {
    stub().answerWith((_request, response) => response.end('{}'));
    const account = await ask('/');
    await takeOver(account);
    await carryOut();
    expect(stub().requests).toEqual([]);
    expect(await effects(account)).toMatchObject([{ status: 'cancelled', reason: 'run_moved_on' }]);
  });

  it('wait for the end of a pause with their answer', async () => {
    stub().answerWith((_request, response) => response.end('{"person":{"name":"D"}}'));
    const account = await ask('/');
    await carryOut();
    const pause = (pausedAt: string | null) =>
      harness().query(
        `WITH changed AS (UPDATE instagram_account SET paused_at = $2 WHERE id = $1)
         INSERT INTO account_revision (instagram_account_id, workspace_id, revision) VALUES ($1, $3, 2)
         ON CONFLICT (instagram_account_id) DO UPDATE SET revision = account_revision.revision + 1`,
        [account.accountId, pausedAt, account.workspaceId],
      );
    await pause(new Date(harness().clock.now()).toISOString());
    await harness().runAll();
    expect(await texts(account)).toEqual([]);
    expect(await run(account)).toMatchObject({ status: 'waiting' });
    await pause(null);
    harness().clock.advance(60_000);
    await harness().runAll();
    expect(await texts(account)).toEqual(['well D']);
  });

  it('leave room for others when one account has many slow ones', async () => {
    const held: (() => void)[] = [];
    stub().answerWith(({ path }, response) => {
      if (path === '/slow') held.push(() => response.end('{}'));
      else response.end('{}');
    });
    const slow = await ask('/slow');
    for (const from of ['1', '2', '3']) await harness().receive(slow, from, 'hi');
    await harness().runAll();
    const quick = await ask('/quick');
    const runner = newRunner({ concurrency: 3, perAccount: 2 });
    await runner.run();
    await waitFor(async () => (await effects(quick))[0]?.status === 'done');
    expect(held).toHaveLength(2);
    held.splice(0).forEach((end) => end());
    await waitFor(() => held.length === 2);
    held.forEach((end) => end());
    await waitFor(async () => (await effects(slow)).every(({ status }) => status === 'done'));
    await runner.stop();
  });

  it('are given back when their process stops', async () => {
    stub().answerWith(() => undefined);
    const account = await ask('/', { timeoutMs: 30_000 });
    const runner = newRunner();
    await runner.run();
    await waitFor(() => stub().requests.length > 0);
    await runner.stop({ graceMs: 10 });
    expect(await effects(account)).toMatchObject([{ status: 'requested', attempts: 1, failures: 0 }]);
    await takeOver(account);
    await carryOut();
  });

  it('are not written for a turn that lost', async () => {
    const rows = JSON.stringify([{ contactId: v7(), key: 'k' }]);
    const asked = 'SELECT request_effects($1, $2, now()) AS count';
    expect(await harness().query(asked, [rows, '{"winners":[]}'])).toEqual([{ count: 0 }]);
  });

  it('are deleted a month after they ended', async () => {
    harness().clock.advance(31 * 86_400_000);
    const runner = newRunner({ intervalMs: 1 });
    runner.start();
    const left = async () =>
      (await harness().query(`SELECT 1 FROM flow_effect WHERE finished_at IS NOT NULL`)).length;
    await waitFor(async () => (await left()) === 0);
    await runner.stop();
  });
});

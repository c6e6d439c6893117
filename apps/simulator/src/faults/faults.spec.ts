import { startWorld, type SpecWorld } from '../spec/start-world';

describe('faults', () => {
  let world: SpecWorld;
  let igsid: string;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.control('DELETE', '/faults');
    igsid = await world.newWriter();
    await world.events();
    await world.control('DELETE', '/ledger');
  });

  const break_ = (fault: object) => world.control('POST', '/faults', fault);
  const send = (text = 'hello') => world.sendText(igsid, text);
  const sentTexts = async () =>
    (await world.control('GET', `/accounts/${world.account.userId}/threads/${igsid}`)).body.messages
      .filter(({ direction }: { direction: string }) => direction === 'out')
      .map(({ text }: { text: string }) => text);

  it('answer with any error, as often as asked', async () => {
    await break_({ kind: 'error', code: 368, subcode: 42, httpStatus: 403, times: 2 });
    for (const expected of [403, 403, 200]) expect((await send()).status).toBe(expected);
    const [entry] = await world.ledger('type=graph');
    expect(entry).toMatchObject({
      result: 'rejected',
      applied: false,
      fault: 'error',
      error: { code: 368, subcode: 42 },
    });
    expect(await sentTexts()).toEqual(['hello']);
  });

  it('are a transient 500 where nothing else is said', async () => {
    await break_({ kind: 'error', times: 1 });
    const { status, body } = await send();
    expect(status).toBe(500);
    expect(body.error).toMatchObject({ code: 2, is_transient: true });
  });

  it('may answer with an error although the message went out', async () => {
    await break_({ kind: 'error', code: 1, subcode: 1357046, applies: true, times: 1 });
    expect((await send('ambiguous')).body.error).toMatchObject({ code: 1, error_subcode: 1357046 });
    expect(await sentTexts()).toEqual(['ambiguous']);
    expect((await world.events())[0].message.is_echo).toBe(true);
  });

  it('drop the connection before the message is taken', async () => {
    await break_({ kind: 'drop_before', times: 1 });
    await expect(send()).rejects.toThrow();
    expect(await sentTexts()).toEqual([]);
    expect((await world.ledger('type=graph'))[0]).toMatchObject({
      result: 'unanswered',
      applied: false,
      status: null,
    });
  });

  it('drop the connection after the message is taken, exactly once', async () => {
    await break_({ kind: 'drop_after', times: 1 });
    await expect(send('only once')).rejects.toThrow();
    expect(await sentTexts()).toEqual(['only once']);
    const echoes = await world.events();
    expect(echoes).toHaveLength(1);
    const [entry] = await world.ledger('type=graph');
    expect(entry).toMatchObject({ result: 'unanswered', applied: true, mid: echoes[0].message.mid });
  });

  it('delay the answer', async () => {
    await break_({ kind: 'delay', delayMs: 120, times: 1 });
    const startedAt = performance.now();
    expect((await send()).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(110);
  });

  it('delay the answer until the clock is moved past it', async () => {
    await break_({ kind: 'delay', delayMs: 60_000, times: 1 });
    const answer = send('late');
    while ((await world.control('GET', '/faults')).body.faults.length > 0) continue;
    await world.advance(60_000);
    expect((await answer).status).toBe(200);
  });

  it('leave the client hanging', async () => {
    await break_({ kind: 'hang', times: 1 });
    const call = fetch(`${world.url}/me/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.account.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ recipient: { id: igsid }, message: { text: 'x' } }),
      signal: AbortSignal.timeout(100),
    });
    await expect(call).rejects.toThrow(/timeout|abort/i);
    expect(await sentTexts()).toEqual([]);
  });

  it('answer with something that is no JSON', async () => {
    await break_({ kind: 'garbage', times: 1 });
    const { status, headers, body } = await send();
    expect([status, headers.get('content-type')]).toEqual([502, expect.stringContaining('text/html')]);
    expect(body).toContain('<html>');
  });

  it('throttle, with full usage headers', async () => {
    await break_({ kind: 'throttle', times: 1 });
    const { status, headers, body } = await send();
    expect([status, body.error.code, body.error.error_subcode]).toEqual([400, 613, 2534040]);
    expect(JSON.parse(headers.get('x-app-usage') ?? '').call_count).toBe(100);
    await break_({ kind: 'throttle', httpStatus: 429, code: 4, times: 1 });
    expect((await send()).status).toBe(429);
  });

  it('strike only what they match', async () => {
    const other = await world.newWriter();
    await break_({ kind: 'error', match: { igsid: other, path: '/me/*' } });
    await break_({ kind: 'error', match: { method: 'DELETE' } });
    await break_({ kind: 'error', match: { accountId: '17841000000000000' } });
    expect((await send()).status).toBe(200);
    expect((await world.sendText(other, 'x')).status).toBe(500);
    expect((await world.graph('GET', '/me')).status).toBe(200);
  });

  it('strike by seeded chance', async () => {
    await break_({ kind: 'error', probability: 0.5 });
    const statuses = [];
    for (let index = 0; index < 40; index += 1) statuses.push((await world.graph('GET', '/me')).status);
    const struck = statuses.filter((status) => status === 500).length;
    expect(struck).toBeGreaterThan(5);
    expect(struck).toBeLessThan(35);
  });

  it('strike the same calls again with dice of their own', async () => {
    const run = async () => {
      await world.control('DELETE', '/faults');
      await break_({ kind: 'error', probability: 0.5, seed: 7 });
      const statuses = [];
      for (let index = 0; index < 20; index += 1) statuses.push((await world.graph('GET', '/me')).status);
      return statuses.join();
    };
    const first = await run();
    expect(first).toContain('500');
    expect(await run()).toBe(first);
  });

  it('let the first ones pass', async () => {
    await break_({ kind: 'error', skip: 2, times: 1 });
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([200, 200, 500, 200]);
  });

  it.each([
    ['truncated', /^\{"recipient_id":"\d+$/],
    ['unexpected', /maybe/],
    ['empty', /^$/],
  ])('answer 200 with JSON that is %s', async (shape, expected) => {
    await break_({ kind: 'wrong_json', shape, applies: true, times: 1 });
    const answer = await fetch(`${world.url}/me/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.account.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ recipient: { id: igsid }, message: { text: 'taken' } }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(expected);
    expect(await sentTexts()).toEqual(['taken']);
    expect((await world.ledger('type=graph'))[0]).toMatchObject({ result: 'unanswered', applied: true });
  });

  it('strike the private reply to a person', async () => {
    await break_({ kind: 'error', match: { igsid } });
    const reply = async (author: string) => {
      const recipient = { comment_id: await world.comment(await world.newPost(), author) };
      return (await world.graph('POST', '/me/messages', { recipient, message: { text: 'x' } })).status;
    };
    expect(await reply(igsid)).toBe(500);
    expect(await reply(await world.newPerson())).toBe(200);
  });

  it('are listed with their hits and removed one by one', async () => {
    const { body } = await break_({ kind: 'error' });
    await send();
    expect((await world.control('GET', '/faults')).body.faults).toEqual([
      expect.objectContaining({ id: body.id, hits: 1 }),
    ]);
    expect((await world.control('DELETE', `/faults/${body.id}`)).body).toEqual({ faults: [] });
    expect((await world.control('DELETE', `/faults/${body.id}`)).status).toBe(404);
    expect((await break_({ kind: 'meteor' })).status).toBe(400);
  });

  describe('on webhooks', () => {
    it('deliver the same body twice', async () => {
      await break_({ kind: 'duplicate_webhook', times: 1 });
      await world.write(igsid, { text: 'twice' });
      const events = await world.events();
      expect(events).toHaveLength(2);
      expect(events[0]).toEqual(events[1]);
    });

    it('let a later event overtake', async () => {
      await break_({ kind: 'reorder_webhook', times: 1 });
      const messages = ['first', 'second'].map((text) => ({ igsid, text }));
      await world.control('POST', `/accounts/${world.account.userId}/messages`, { messages });
      expect((await world.events()).map((event) => event.message.text)).toEqual(['second', 'first']);
    });

    it('deliver a reordered event although nothing overtakes it', async () => {
      await break_({ kind: 'reorder_webhook', times: 1 });
      await world.write(igsid, { text: 'alone' });
      expect((await world.events()).map((event) => event.message.text)).toEqual(['alone']);
    });

    it('lose an echo', async () => {
      await break_({ kind: 'lose_echo', times: 1 });
      await send();
      expect(await world.events()).toEqual([]);
      await send();
      expect(await world.events()).toHaveLength(1);
    });

    it('deliver an echo before the answer', async () => {
      await break_({ kind: 'echo_before_answer', times: 1 });
      const before = world.receiver.received.length;
      await send();
      expect(world.receiver.received.length).toBe(before + 1);
      expect(await world.events()).toHaveLength(1);
    });
  });
});

import { createHmac } from 'node:crypto';
import { hourMs, startWorld, type SpecWorld } from '../spec/start-world';

describe('webhook delivery', () => {
  let world: SpecWorld;
  let igsid: string;
  beforeEach(async () => {
    world = await startWorld();
    igsid = await world.newPerson();
  });
  afterEach(() => world.close());

  const textsOf = async () => (await world.events()).map((event) => event.message?.text);
  const writeAll = (texts: string[]) =>
    world.control('POST', `/accounts/${world.account.userId}/messages`, {
      messages: texts.map((text) => ({ igsid, text })),
    });
  const receivedCount = () => world.receiver.received.length;
  const waitFor = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('keeps the order of an account and lets waiting events share a body', async () => {
    const release = world.receiver.hold();
    const texts = Array.from({ length: 250 }, (_, index) => `message ${index}`);
    await writeAll(texts);
    await waitFor(() => receivedCount() === 1);
    release();
    expect(await textsOf()).toEqual(texts);
    expect(receivedCount()).toBeLessThan(6);
  });

  it('repeats a refused delivery at once with the same bytes', async () => {
    world.receiver.statuses.push(503);
    await world.write(igsid, { text: 'hi' });
    await world.events();
    const [first, second] = world.receiver.received;
    expect(second?.text).toBe(first?.text);
    expect(second?.headers['x-hub-signature-256']).toBe(first?.headers['x-hub-signature-256']);
    expect((await world.ledger('type=webhook')).map(({ status, attempt }) => [status, attempt])).toEqual([
      [503, 1],
      [200, 2],
    ]);
  });

  it('counts only 200 as taken', async () => {
    world.receiver.statuses.push(204);
    await world.write(igsid, { text: 'hi' });
    await world.events();
    expect(receivedCount()).toBe(2);
  });

  it('repeats later on the simulated clock without holding up what follows', async () => {
    world.receiver.statuses.push(500, 500, 200);
    await world.write(igsid, { text: 'lost for now' });
    await world.write(igsid, { text: 'next' });
    expect((await textsOf()).at(-1)).toBe('next');
    expect((await world.control('GET', '/webhook')).body.deliveries.retrying).toBe(1);
    await world.advance(10_000);
    expect(await textsOf()).toEqual(['lost for now']);
    expect((await world.control('GET', '/webhook')).body.deliveries.retrying).toBe(0);
  });

  it('gives up an answer that takes too long', async () => {
    await world.control('PATCH', '/switches', { webhookTimeoutMs: 60 });
    const release = world.receiver.hold();
    await world.write(igsid, { text: 'hi' });
    await waitFor(async () => (await world.ledger('type=webhook')).length >= 2);
    release();
    expect((await world.ledger('type=webhook'))[0]).toMatchObject({
      status: null,
      outcome: 'failed',
      error: 'no answer within 60 ms',
    });
  });

  it('disables the webhook and unsubscribes after an hour of failures, until the app subscribes again', async () => {
    world.receiver.statuses.push(...Array.from({ length: 50 }, () => 500));
    await world.write(igsid, { text: 'one' });
    await world.events();
    await world.advance(hourMs + 60_000);
    await world.events();
    expect((await world.control('GET', '/webhook')).body.isDisabled).toBe(true);
    expect((await world.graph('GET', '/me/subscribed_apps')).body).toEqual({ data: [] });
    const before = receivedCount();
    await world.write(igsid, { text: 'unheard' });
    await world.events();
    expect(receivedCount()).toBe(before);

    world.receiver.statuses.length = 0;
    await world.graph('POST', '/me/subscribed_apps?subscribed_fields=messages');
    await world.write(igsid, { text: 'heard' });
    expect(await textsOf()).toEqual(['heard']);
  });

  it('makes the handshake and refuses an address that fails it', async () => {
    const { body } = await world.control('POST', '/webhook', {
      url: world.receiver.url,
      verifyToken: 'other',
    });
    expect(body).toMatchObject({
      verification: { isVerified: false, status: 403 },
      verifyToken: 'simulator-verify-token',
    });
    const good = await world.control('POST', '/webhook', { url: world.receiver.url });
    expect(good.body.verification).toEqual({ isVerified: true, status: 200, reason: null });
  });

  it('sends any body on demand, signed well or wrongly', async () => {
    const deliver = (input: object) => world.control('POST', '/webhook/deliver', input);
    await deliver({ body: { object: 'instagram', entry: [{ id: '0' }] } });
    await deliver({ raw: '{not json', secret: 'wrong' });
    await deliver({ raw: '{}', headers: { 'x-hub-signature-256': null } });
    const [good, wrong, unsigned] = world.receiver.received;
    const sign = (text: string, secret: string) =>
      `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
    expect(good?.headers['x-hub-signature-256']).toBe(sign(good?.text ?? '', 'simulator-app-secret'));
    expect(wrong).toMatchObject({ text: '{not json' });
    expect(wrong?.headers['x-hub-signature-256']).toBe(sign('{not json', 'wrong'));
    expect(unsigned?.headers['x-hub-signature-256']).toBeUndefined();
  });

  it('passes on other wrappings by switch', async () => {
    await world.control('PATCH', '/switches', { bodyWrappedInArray: true, legacySignature: false });
    await world.write(igsid, { text: 'hi' });
    await world.control('POST', '/webhook/drain', {});
    const [received] = world.receiver.received;
    expect(JSON.parse(received?.text ?? '')).toEqual([expect.objectContaining({ object: 'instagram' })]);
    expect(received?.headers['x-hub-signature']).toBeUndefined();
  });
});

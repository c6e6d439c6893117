import { waitFor } from '@instaflow/testing';
import { OutboxWorld, type TestContact } from './spec-support/outbox-world';

describe('delivery when Instagram fails', () => {
  let world: OutboxWorld;
  let account: string;
  let contact: TestContact;
  beforeAll(async () => {
    world = await OutboxWorld.open();
  });
  beforeEach(async () => {
    account = await world.addAccount();
    contact = await world.addContact(account);
  });
  afterEach(() => world.reset());
  afterAll(() => world.close());

  const run = async (options: Parameters<OutboxWorld['delivery']>[0] = {}) => {
    const delivery = world.delivery(options);
    await delivery.run();
    await delivery.idle();
    return delivery;
  };
  const isSent = (id: string) => async () => (await world.statusOf(id)) === 'sent';
  const refuseOnce = (status: number, code: number, subcode?: number, headers?: Record<string, string>) => {
    let isFirst = true;
    world.graph.react = () => {
      if (!isFirst) return { kind: 'accept' };
      isFirst = false;
      return { kind: 'refuse', status, code, subcode, headers };
    };
  };

  it.each([
    [429, 4, undefined],
    [400, 613, 2534040],
    [400, 80002, undefined],
  ])(
    'waits and sends later when throttled (%i, code %i/%s), without spending an attempt',
    async (status, code, sub) => {
      refuseOnce(status, code, sub);
      const id = await world.queue(contact, 'patience');
      await run();
      expect(await world.stateOf(id)).toMatchObject({ status: 'queued', attempts: 0 });
      const [pacing] = await world.source.query(
        `SELECT throttle_count, blocked_until > now() AS is_blocked FROM account_pacing`,
      );
      expect(pacing).toEqual({ throttle_count: 1, is_blocked: true });
      await waitFor(isSent(id));
      const [after] = await world.source.query(`SELECT throttle_count, block_reason FROM account_pacing`);
      expect(after).toEqual({ throttle_count: 0, block_reason: null });
      expect(world.graph.requests).toHaveLength(2);
    },
  );

  it('stops every account when the whole app is throttled', async () => {
    const other = await world.addContact(await world.addAccount());
    refuseOnce(400, 4);
    await world.queue(contact, 'one');
    await run({ concurrency: 1 });
    await world.queue(other, 'two');
    const blocked = await world.source.query(`SELECT 1 FROM account_pacing WHERE throttle_count = 1`);
    expect(blocked).toHaveLength(2);
    await waitFor(() => world.graph.delivered.length === 2);
  });

  it('stays away as long as the usage header asks', async () => {
    refuseOnce(400, 80002, undefined, {
      'x-business-use-case-usage': JSON.stringify({
        '1': [{ type: 'instagram', call_count: 100, estimated_time_to_regain_access: 7 }],
      }),
    });
    await world.queue(contact, 'later');
    await run();
    const [pacing] = await world.source.query(
      `SELECT extract(epoch FROM blocked_until - now()) / 60 AS minutes FROM account_pacing`,
    );
    expect(Number(pacing.minutes)).toBeGreaterThan(6.9);
  });

  it('tries a passing fault again, in order, and gives up visibly after five attempts', async () => {
    world.graph.react = ({ recipientId }) =>
      recipientId === contact.recipientId ? { kind: 'refuse', status: 500, code: 2 } : { kind: 'accept' };
    const id = await world.queue(contact, 'unlucky');
    await run();
    expect(await world.stateOf(id)).toMatchObject({ status: 'queued', attempts: 1 });
    await world.source.query(`UPDATE outbound_message SET attempts = 4, not_before = now()`);
    await run();
    expect(await world.stateOf(id)).toMatchObject({
      status: 'failed',
      attempts: 5,
      log_error: 'instagram_unavailable',
    });
  });

  it('stops an account whose token died and goes on after it is connected again', async () => {
    world.graph.react = () => ({ kind: 'refuse', status: 401, code: 190, subcode: 460 });
    const ids = [
      await world.queue(contact, 'one'),
      await world.queue(await world.addContact(account), 'two'),
    ];
    const delivery = await run();
    expect(await world.accountStatus(account)).toMatchObject({
      status: 'error',
      status_reason: expect.stringContaining('password was changed'),
    });
    expect(await Promise.all(ids.map((id) => world.statusOf(id)))).toEqual(['queued', 'queued']);
    const events = await world.source.query(`SELECT 1 FROM realtime_event WHERE type = 'account.updated'`);
    expect(events).toHaveLength(1);
    const before = world.graph.requests.length;
    await delivery.run();
    await delivery.idle();
    expect(world.graph.requests).toHaveLength(before);
    world.graph.react = () => ({ kind: 'accept' });
    await world.source.query(`UPDATE instagram_account SET status = 'connected', status_reason = NULL`);
    await delivery.run();
    await delivery.idle();
    expect(await Promise.all(ids.map((id) => world.statusOf(id)))).toEqual(['sent', 'sent']);
  });

  it('pauses an account that Instagram restricted and says so', async () => {
    world.graph.react = () => ({ kind: 'refuse', status: 400, code: 368 });
    const id = await world.queue(contact, 'one');
    await run();
    expect(await world.statusOf(id)).toBe('queued');
    expect(await world.accountStatus(account)).toMatchObject({
      status: 'connected',
      status_reason: expect.stringContaining('restricted'),
    });
    const [pacing] = await world.source.query(
      `SELECT blocked_until > now() + interval '59 minutes' AS is_blocked FROM account_pacing`,
    );
    expect(pacing).toEqual({ is_blocked: true });
  });

  it('fails what Instagram refuses for good and lets the next message of the contact go', async () => {
    refuseOnce(400, 100, 2534015);
    const refused = await world.queue(contact, 'bad');
    const next = await world.queue(contact, 'good');
    await run();
    expect(await world.stateOf(refused)).toMatchObject({ status: 'failed', log_error: 'content_refused' });
    expect(await world.statusOf(next)).toBe('sent');
  });

  it('keeps messages while Instagram cannot be reached at all', async () => {
    const id = await world.queue(contact, 'patience');
    const graph = { ...world.client, sendMessage: unreachable };
    await run({ graph });
    expect(await world.stateOf(id)).toMatchObject({ status: 'queued', attempts: 0 });
  });

  const unreachable = async () => ({
    ok: false as const,
    outcome: 'not_sent' as const,
    code: 'instagram_unreachable',
    sentence: 'x',
    scope: 'account' as const,
    retryAfterMs: null,
    retries: 0,
    graphCode: null,
    graphSubcode: null,
    traceId: null,
    httpStatus: null,
    usage: { percent: 0, regainAccessMs: 0 },
  });

  describe('after a lost answer', () => {
    const loseAnswer = (kind: 'drop_after_acceptance' | 'drop_before') => {
      let isFirst = true;
      world.graph.react = () => {
        if (!isFirst) return { kind: 'accept' };
        isFirst = false;
        return { kind };
      };
    };
    const minutesPass = (seconds: number) =>
      world.source.query(
        `UPDATE outbound_message SET sending_since = sending_since - make_interval(secs => $1), not_before = now()
         WHERE status IN ('uncertain', 'sending')`,
        [seconds],
      );

    it('finds the message in the conversation and never sends it twice', async () => {
      loseAnswer('drop_after_acceptance');
      const id = await world.queue(contact, 'once only');
      const next = await world.queue(contact, 'after it');
      const delivery = await run();
      expect(await world.stateOf(id)).toMatchObject({ status: 'uncertain', delivery_status: 'uncertain' });
      expect(await world.statusOf(next)).toBe('queued');
      await world.source.query(`UPDATE outbound_message SET not_before = now()`);
      await delivery.resolveUncertain();
      await waitFor(isSent(next));
      expect(await world.stateOf(id)).toMatchObject({ status: 'sent', mid: world.graph.delivered[0]?.mid });
      expect(world.graph.delivered.map(({ text }) => text)).toEqual(['once only', 'after it']);
    });

    it('sends again, once, what Instagram surely does not have', async () => {
      loseAnswer('drop_before');
      const id = await world.queue(contact, 'lost on the way');
      const delivery = await run();
      await world.source.query(`UPDATE outbound_message SET not_before = now()`);
      await delivery.resolveUncertain();
      expect(await world.statusOf(id)).toBe('uncertain');
      await minutesPass(11);
      await delivery.resolveUncertain();
      await waitFor(isSent(id));
      expect(world.graph.delivered).toHaveLength(1);
    });

    it('does not send a third time', async () => {
      world.graph.react = () => ({ kind: 'drop_before' });
      const id = await world.queue(contact, 'doomed');
      const delivery = await run();
      for (let n = 0; n < 3; n += 1) {
        await minutesPass(15);
        await delivery.resolveUncertain();
        await delivery.run();
        await delivery.idle();
      }
      expect(world.graph.requests).toHaveLength(2);
      expect(await world.statusOf(id)).toBe('uncertain');
    });

    it('shows as uncertain what cannot be decided within a minute, and the lane goes on', async () => {
      loseAnswer('drop_after_acceptance');
      world.graph.canReadConversations = false;
      const id = await world.queue(contact, 'who knows');
      const next = await world.queue(contact, 'after it');
      const delivery = await run();
      await minutesPass(61);
      await delivery.resolveUncertain();
      await waitFor(isSent(next));
      expect(await world.stateOf(id)).toMatchObject({ status: 'uncertain', log_error: 'unconfirmed' });
    });

    it('treats an answer that is no JSON as lost', async () => {
      world.graph.react = () => ({ kind: 'garbage', status: 502 });
      const id = await world.queue(contact, 'fog');
      await run();
      expect(await world.statusOf(id)).toBe('uncertain');
    });

    it('takes over what a process left behind when it died', async () => {
      const id = await world.queue(contact, 'orphan');
      await world.source.query(
        `UPDATE outbound_message SET status = 'sending', attempts = 1, lease_id = gen_random_uuid(),
           sending_since = now() - interval '26 seconds'`,
      );
      const delivery = world.delivery();
      await delivery.resolveUncertain();
      await waitFor(isSent(id));
      expect(world.graph.delivered).toHaveLength(1);
    });
  });
});

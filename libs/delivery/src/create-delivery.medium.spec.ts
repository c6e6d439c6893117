import { waitFor } from '@instaflow/testing';
import { OutboxWorld, type TestContact } from './spec-support/outbox-world';

describe('delivery', () => {
  let world: OutboxWorld;
  beforeAll(async () => {
    world = await OutboxWorld.open();
  });
  afterEach(() => world.reset());
  afterAll(() => world.close());

  const runUntilIdle = async (options: Parameters<OutboxWorld['delivery']>[0] = {}) => {
    const delivery = world.delivery(options);
    await delivery.run();
    await delivery.idle();
    return delivery;
  };

  it('sends a message with the token of its account and records it everywhere', async () => {
    const account = await world.addAccount({ token: 'secret-of-this-account' });
    const contact = await world.addContact(account);
    const id = await world.queue(contact, 'Hello');
    await runUntilIdle();
    expect(world.graph.requests).toMatchObject([
      { recipientId: contact.recipientId, text: 'Hello', token: 'secret-of-this-account' },
    ]);
    expect(await world.stateOf(id)).toMatchObject({
      status: 'sent',
      mid: world.graph.delivered[0]?.mid,
      delivery_status: 'sent',
      error_code: null,
      attempts: 1,
    });
    const [conversation] = await world.source.query(
      `SELECT last_bot_message_at IS NOT NULL AS spoke, cooldown_until > now() AS cools FROM conversation WHERE id = $1`,
      [contact.conversationId],
    );
    expect(conversation).toEqual({ spoke: true, cools: true });
    const events = await world.source.query(`SELECT type, entity_id FROM realtime_event`);
    expect(events).toEqual([{ type: 'message.updated', entity_id: id }]);
  });

  it('keeps the order of every contact with two dispatchers at work', async () => {
    const account = await world.addAccount({ settings: { messagesPerSecond: 100 } });
    const contacts: TestContact[] = [];
    for (let n = 0; n < 12; n += 1) contacts.push(await world.addContact(account));
    const ids: string[] = [];
    for (let n = 1; n <= 5; n += 1) {
      for (const contact of contacts) ids.push(await world.queue(contact, String(n)));
    }
    world.graph.latencyMs = ({ text }) => 30 - 5 * Number(text);
    const deliveries = [world.delivery(), world.delivery()];
    await Promise.all(deliveries.map((delivery) => delivery.run()));
    await waitFor(async () =>
      (await Promise.all(ids.map((id) => world.statusOf(id)))).every((s) => s === 'sent'),
    );
    for (const { recipientId } of contacts) {
      const texts = world.graph.delivered
        .filter((m) => m.recipientId === recipientId)
        .map(({ text }) => text);
      expect(texts).toEqual(['1', '2', '3', '4', '5']);
    }
    expect(world.graph.mostAtOnceToOne).toBe(1);
    expect(world.graph.mostAtOnce).toBeGreaterThan(1);
  });

  it('lets a person go before a flow, and a flow before an answer to a comment', async () => {
    const account = await world.addAccount();
    const [a, b, c] = [
      await world.addContact(account),
      await world.addContact(account),
      await world.addContact(account),
    ];
    await world.queue(a, 'comment', {
      kind: 'private_reply',
      priority: 5,
      payload: { commentId: '77', message: { text: 'comment' } },
    });
    await world.queue(b, 'flow');
    await world.queue(c, 'person', { priority: 0, isAutomated: false });
    await runUntilIdle({ concurrency: 1 });
    expect(world.graph.delivered.map(({ text }) => text)).toEqual(['person', 'flow', 'comment']);
    expect(world.graph.delivered[2]?.body).toMatchObject({ recipient: { comment_id: '77' } });
  });

  it('holds the rate of the account across processes', async () => {
    const account = await world.addAccount({ settings: { messagesPerSecond: 10 } });
    for (let n = 0; n < 60; n += 1) await world.queue(await world.addContact(account), 'x');
    const deliveries = [world.delivery(), world.delivery()];
    const startedAt = Date.now();
    await Promise.all(deliveries.map((delivery) => delivery.run()));
    await waitFor(() => world.graph.delivered.length >= 35, { timeoutMs: 10_000 });
    const seconds = (Date.now() - startedAt) / 1000;
    // A burst of twice the rate, then the rate; two more for requests on their way.
    expect(world.graph.delivered.length).toBeLessThanOrEqual(20 + 10 * seconds + 2);
    expect(seconds).toBeGreaterThan(1.2);
  });

  it('holds the rate of the installation over accounts and processes', async () => {
    for (let n = 0; n < 40; n += 1) {
      const account = await world.addAccount({ settings: { messagesPerSecond: 80 } });
      await world.queue(await world.addContact(account), 'x');
    }
    await world.source.query(
      'UPDATE installation_pacing SET messages_per_second = 10, tokens = 0, refilled_at = now()',
    );
    const deliveries = [world.delivery(), world.delivery()];
    const startedAt = Date.now();
    await Promise.all(deliveries.map((delivery) => delivery.run()));
    await waitFor(() => world.graph.delivered.length >= 15, { timeoutMs: 10_000 });
    const seconds = (Date.now() - startedAt) / 1000;
    await world.source.query('UPDATE installation_pacing SET messages_per_second = 1000');
    expect(world.graph.delivered.length).toBeLessThanOrEqual(10 * seconds + 2);
    expect(seconds).toBeGreaterThan(1);
  });

  it('does not let a flooded account delay a quiet one', async () => {
    const flooded = await world.addAccount({ settings: { messagesPerSecond: 5 } });
    for (let n = 0; n < 200; n += 1) await world.queue(await world.addContact(flooded), 'flood');
    const delivery = await runUntilIdle();
    const quiet = await world.addAccount();
    const id = await world.queue(await world.addContact(quiet), 'quiet');
    const startedAt = Date.now();
    await delivery.run();
    await waitFor(async () => (await world.statusOf(id)) === 'sent');
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(world.graph.delivered.filter(({ text }) => text === 'flood').length).toBeLessThan(50);
  });

  it('gives each of many accounts its first message before the second of any', async () => {
    for (let n = 0; n < 5; n += 1) {
      const account = await world.addAccount();
      for (let m = 0; m < 4; m += 1) await world.queue(await world.addContact(account), `${n}`);
    }
    await runUntilIdle({ concurrency: 5 });
    expect(new Set(world.graph.requests.slice(0, 5).map(({ accountId }) => accountId)).size).toBe(5);
    expect(world.graph.delivered).toHaveLength(20);
  });

  it('sends nothing automated of a paused account, but what people write', async () => {
    const account = await world.addAccount();
    const automated = await world.queue(await world.addContact(account), 'bot');
    const human = await world.queue(await world.addContact(account), 'person', {
      priority: 0,
      isAutomated: false,
    });
    await world.source.query(`UPDATE instagram_account SET paused_at = now() WHERE id = $1`, [account]);
    await runUntilIdle();
    expect(await world.statusOf(automated)).toBe('queued');
    expect(await world.statusOf(human)).toBe('sent');
  });

  it('cancels at the last moment what was queued before a person took over', async () => {
    const account = await world.addAccount();
    const contact = await world.addContact(account);
    const id = await world.queue(contact, 'bot');
    await world.source.query(`UPDATE conversation SET automation_paused_until = now() + interval '1 hour'`);
    await runUntilIdle();
    expect(world.graph.requests).toEqual([]);
    expect(await world.stateOf(id)).toMatchObject({
      status: 'cancelled',
      delivery_status: 'cancelled',
      log_error: 'taken_over',
    });
  });

  it('fails an automated message outside the window and its run with it, and tags what a person writes', async () => {
    const account = await world.addAccount();
    const contact = await world.addContact(account, { hoursSinceMessage: 30 });
    const runId = '018f0000-0000-7000-8000-000000000001';
    await world.source.query(
      `INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, status, waiting_for, state)
       VALUES ($1, $2, $3, $4, $1, $1, 'waiting', 'input', '{"status":"waiting"}')`,
      [runId, world.workspaceId, account, contact.contactId],
    );
    await world.source.query(`UPDATE contact SET current_flow_id = $1 WHERE id = $2`, [
      runId,
      contact.contactId,
    ]);
    const first = await world.queue(contact, 'late', { runId });
    const second = await world.queue(contact, 'later', { runId });
    const person = await world.queue(await world.addContact(account, { hoursSinceMessage: 30 }), 'person', {
      isAutomated: false,
    });
    await runUntilIdle();
    expect(await world.stateOf(first)).toMatchObject({
      status: 'failed',
      log_error: 'outside_messaging_window',
    });
    expect(await world.stateOf(second)).toMatchObject({ status: 'cancelled', log_error: 'run_failed' });
    const [run] = await world.source.query(
      `SELECT r.status, r.end_reason, r.node_id, r.state->>'status' AS state, c.current_flow_id, c.version::integer
       FROM flow_run r JOIN contact c ON c.id = r.contact_id`,
    );
    expect(run).toEqual({
      status: 'failed',
      end_reason: 'outside_messaging_window',
      node_id: 'node_1',
      state: 'failed',
      current_flow_id: null,
      version: 1,
    });
    expect(await world.statusOf(person)).toBe('sent');
    expect(world.graph.delivered[0]?.body).toMatchObject({
      tag: 'HUMAN_AGENT',
      messaging_type: 'MESSAGE_TAG',
    });
  });

  it('holds the daily limit of a contact', async () => {
    const account = await world.addAccount({ settings: { dailyMessagesPerContact: 2 } });
    const contact = await world.addContact(account);
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push(await world.queue(contact, String(n)));
    await runUntilIdle();
    expect(await Promise.all(ids.map((id) => world.statusOf(id)))).toEqual(['sent', 'sent', 'cancelled']);
  });

  it('sends for an account whose pacing was never written', async () => {
    const account = await world.addAccount();
    await world.source.query(`DELETE FROM account_pacing`);
    const id = await world.queue(await world.addContact(account), 'first');
    await runUntilIdle();
    expect(await world.statusOf(id)).toBe('sent');
  });

  it('lets requests under way end when it stops', async () => {
    const account = await world.addAccount();
    const id = await world.queue(await world.addContact(account), 'slow');
    world.graph.latencyMs = () => 150;
    const delivery = world.delivery();
    await delivery.run();
    await delivery.stop();
    expect(await world.statusOf(id)).toBe('sent');
  });
});

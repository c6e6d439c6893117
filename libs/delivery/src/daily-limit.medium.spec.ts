import { OutboxWorld, type TestContact } from './spec-support/outbox-world';

describe('the daily limit of a contact', () => {
  let world: OutboxWorld;
  let contact: TestContact;

  beforeAll(async () => {
    world = await OutboxWorld.open();
  });
  beforeEach(async () => {
    await world.reset();
    contact = await world.addContact(await world.addAccount({ settings: { dailyMessagesPerContact: 2 } }));
  });
  afterAll(() => world.close());

  const queueAll = async (...texts: string[]): Promise<string[]> => {
    const ids = [];
    for (const text of texts) ids.push(await world.queue(contact, text));
    return ids;
  };
  const statuses = (ids: readonly string[]) => Promise.all(ids.map((id) => world.statusOf(id)));
  const runAll = async (count = 1): Promise<void> => {
    const deliveries = Array.from({ length: count }, () => world.delivery());
    await Promise.all(deliveries.map((delivery) => delivery.run()));
    // Each may leave the next message of a lane to the other.
    for (const delivery of deliveries) {
      await delivery.run();
      await delivery.idle();
    }
  };

  it('holds with several processes at work, and says so of what it cancels', async () => {
    const ids = await queueAll('1', '2', '3', '4', '5');
    world.graph.latencyMs = () => 20;
    await runAll(3);
    await runAll();
    expect(await statuses(ids)).toEqual(['sent', 'sent', 'cancelled', 'cancelled', 'cancelled']);
    const [cancelled] = await world.source.query(
      'SELECT error_code AS code, error_message AS sentence FROM message_log WHERE id = $1',
      [ids[2]],
    );
    expect(cancelled).toEqual({
      code: 'daily_limit',
      sentence: 'The contact already got as many automated messages today as the settings allow.',
    });
  });

  it('counts what is being sent or may have arrived', async () => {
    const [lost = '', underWay = ''] = await queueAll('lost', 'under way');
    await world.source.query(
      `UPDATE outbound_message SET status = 'uncertain', finished_at = now() WHERE id = $1`,
      [lost],
    );
    await world.source.query(
      `UPDATE outbound_message SET status = 'sending', lease_id = id, sending_since = now(), seq = seq + 100 WHERE id = $1`,
      [underWay],
    );
    const ids = await queueAll('3');
    await runAll();
    expect(await statuses(ids)).toEqual(['cancelled']);
  });

  it('counts a message from when it left, however long it was held', async () => {
    const ids = await queueAll('1', '2');
    await runAll();
    await world.source.query(`UPDATE message_log SET "timestamp" = "timestamp" - interval '30 hours'`);
    await world.source.query(`UPDATE outbound_message SET message_at = message_at - interval '30 hours'`);
    expect(await statuses(ids)).toEqual(['sent', 'sent']);
    const more = await queueAll('3');
    await runAll();
    expect(await statuses(more)).toEqual(['cancelled']);
    await world.source.query(
      `UPDATE outbound_message SET finished_at = now() - interval '25 hours' WHERE status = 'sent'`,
    );
    const later = await queueAll('4');
    await runAll();
    expect(await statuses(later)).toEqual(['sent']);
  });

  it('does not concern what people write', async () => {
    await queueAll('1', '2');
    await runAll();
    const id = await world.queue(contact, 'person', { isAutomated: false });
    await runAll();
    expect(await world.statusOf(id)).toBe('sent');
  });
});

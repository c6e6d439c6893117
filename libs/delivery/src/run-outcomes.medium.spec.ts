import { randomUUID } from 'node:crypto';
import { OutboxWorld, type TestContact } from './spec-support/outbox-world';

describe('runs and what became of their messages', () => {
  let world: OutboxWorld;
  let contact: TestContact;
  let shards: number[];

  beforeAll(async () => {
    world = await OutboxWorld.open();
  });
  beforeEach(async () => {
    await world.reset();
    contact = await world.addContact(await world.addAccount());
    shards = [];
  });
  afterAll(() => world.close());

  const runDelivery = async (): Promise<void> => {
    const delivery = world.delivery({ onDue: (due) => void shards.push(...due) });
    await delivery.run();
    await delivery.idle();
  };
  const refuse = (...texts: string[]): void => {
    world.graph.react = ({ text }) =>
      texts.includes(text)
        ? { kind: 'refuse', status: 400, code: 100, subcode: 2534015 }
        : { kind: 'accept' };
  };
  /** A run of the contact; `awaits` names the message whose outcome it waits for. */
  const addRun = async (status: string, awaits: string | null = null): Promise<string> => {
    const runId = randomUUID();
    const waitingFor = awaits === null ? null : 'effect';
    const state = { status, waitingFor: awaits === null ? null : { kind: 'effect', key: awaits } };
    await world.source.query(
      `INSERT INTO flow_run (id, workspace_id, instagram_account_id, contact_id, flow_id, flow_version_id, status, waiting_for,
         state, step_count)
       VALUES ($1, $2, $3, $4, $1, $1, $5, $6, $7, 1)`,
      [
        runId,
        world.workspaceId,
        contact.accountId,
        contact.contactId,
        status,
        waitingFor,
        JSON.stringify(state),
      ],
    );
    return runId;
  };
  const awaitMessage = (runId: string, key: string) =>
    world.source.query(
      `UPDATE flow_run SET waiting_for = 'effect',
         state = state || jsonb_build_object('waitingFor', jsonb_build_object('kind', 'effect', 'key', $2::text))
       WHERE id = $1`,
      [runId, key],
    );
  const runOf = async (runId: string) => {
    const [row] = await world.source.query<
      { status: string; reason: string | null; state: string; node: string | null }[]
    >(
      `SELECT status, end_reason AS reason, state->>'status' AS state, node_id AS node FROM flow_run WHERE id = $1`,
      [runId],
    );
    return row;
  };
  const dueShards = () =>
    world.source.query<{ shard: number }[]>(
      'SELECT shard FROM contact_wake WHERE wake_at <= clock_timestamp() AND contact_id = $1',
      [contact.contactId],
    );

  it.each([
    ['sent', 'fine'],
    ['failed', 'bad'],
  ])(
    'is due at once, in a shard that is told, when the message a run waits for is %s',
    async (status, text) => {
      refuse('bad');
      const runId = await addRun('waiting');
      const id = await world.queue(contact, text, { runId });
      await awaitMessage(runId, id);
      await runDelivery();
      expect(await world.statusOf(id)).toBe(status);
      const due = await dueShards();
      expect(due).toHaveLength(1);
      expect(shards).toEqual(due.map(({ shard }) => shard));
      // What follows is the run's own decision.
      expect(await runOf(runId)).toMatchObject({ status: 'waiting' });
    },
  );

  it('tells no shard when nobody waits', async () => {
    await world.queue(contact, 'fine', { runId: await addRun('waiting') });
    await runDelivery();
    expect([shards, await dueShards()]).toEqual([[], []]);
  });

  it('turns a run that had completed into a failed one, and stops the rest of it', async () => {
    refuse('bad');
    const runId = await addRun('completed');
    const ids = [];
    for (const text of ['fine', 'bad', 'after']) ids.push(await world.queue(contact, text, { runId }));
    await runDelivery();
    expect(await Promise.all(ids.map((id) => world.statusOf(id)))).toEqual(['sent', 'failed', 'cancelled']);
    expect(await runOf(runId)).toEqual({
      status: 'failed',
      reason: 'content_refused',
      state: 'failed',
      node: 'node_1',
    });
  });

  it('fails a run that waits for a message when an earlier one of it is refused', async () => {
    refuse('bad');
    const runId = await addRun('waiting');
    await world.queue(contact, 'bad', { runId });
    const awaited = await world.queue(contact, 'awaited', { runId });
    await awaitMessage(runId, awaited);
    await runDelivery();
    expect(await runOf(runId)).toMatchObject({ status: 'failed', reason: 'content_refused' });
    expect(await world.stateOf(awaited)).toMatchObject({ status: 'cancelled', log_error: 'run_failed' });
    expect(world.graph.requests.map(({ text }) => text)).toEqual(['bad']);
  });

  it('leaves other runs of the contact alone, and where the contact stands', async () => {
    refuse('bad');
    const ended = await addRun('completed');
    await world.queue(contact, 'bad', { runId: ended });
    const open = await addRun('waiting');
    const next = await world.queue(contact, 'of the next run', { runId: open });
    await world.source.query('UPDATE contact SET current_flow_id = $1 WHERE id = $2', [
      open,
      contact.contactId,
    ]);
    await runDelivery();
    expect([(await runOf(ended))?.status, (await runOf(open))?.status]).toEqual(['failed', 'waiting']);
    expect(await world.statusOf(next)).toBe('sent');
    const [row] = await world.source.query('SELECT current_flow_id AS flow FROM contact WHERE id = $1', [
      contact.contactId,
    ]);
    expect(row).toEqual({ flow: open });
  });

  it.each(['replaced', 'taken_over', 'cancelled'])(
    'does not call a run failed that was %s',
    async (status) => {
      refuse('bad');
      const runId = await addRun(status);
      await world.queue(contact, 'bad', { runId });
      await runDelivery();
      expect(await runOf(runId)).toMatchObject({ status });
    },
  );
});

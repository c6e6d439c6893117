import { flow, humanTakeover, message, start, tagContact, wait } from '@instaflow/flow-model';
import { takeOverConversation, type Database } from '@instaflow/db';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import { atOnce, createReaders } from '../spec-support/create-readers';
import { intercept } from '../spec-support/intercept';

describe('turns', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  const { outbox, texts, one } = createReaders(() => harness);

  it('answers a keyword once and leaves everything recorded', async () => {
    const account = await harness.seed({ settings: atOnce });
    await harness.receive(account, '100', 'hi');
    await harness.runAll();
    await harness.runAll();
    expect(await texts(account)).toEqual(['Hello!']);
    expect(
      await one(
        `SELECT tags, version::int, next_outbound_seq::int AS next, current_flow_id, trigger_history ? $1::text AS x
         FROM contact WHERE instagram_account_id = $1::uuid`,
        account,
      ),
    ).toMatchObject({ tags: ['greeted'], version: 1, next: 2, current_flow_id: null });
    expect(
      await one(`SELECT status, flow_id FROM flow_run WHERE instagram_account_id = $1`, account),
    ).toEqual({ status: 'completed', flow_id: account.flowId });
    expect(
      await one(
        `SELECT status, turn_id IS NOT NULL AS traced FROM inbound_event WHERE instagram_account_id = $1`,
        account,
      ),
    ).toEqual({ status: 'consumed', traced: true });
    expect(
      await one(
        `SELECT last_message_preview AS preview, last_message_direction AS direction, cooldown_until IS NOT NULL AS cooling
         FROM conversation WHERE instagram_account_id = $1`,
        account,
      ),
    ).toEqual({ preview: 'Hello!', direction: 'outbound', cooling: true });
    expect(
      await one(
        `SELECT direction, type, delivery_status AS status, is_automated AS automated FROM message_log
         WHERE instagram_account_id = $1 AND direction = 'outbound'`,
        account,
      ),
    ).toEqual({ direction: 'outbound', type: 'text', status: 'queued', automated: true });
    const types = await harness.query<{ type: string }>(
      'SELECT DISTINCT type FROM realtime_event WHERE instagram_account_id = $1 ORDER BY type',
      [account.accountId],
    );
    expect(types.map(({ type }) => type)).toEqual(['conversation.updated', 'message.created', 'run.updated']);
    expect(
      await harness.query('SELECT 1 FROM contact_wake WHERE instagram_account_id = $1', [account.accountId]),
    ).toEqual([]);
    expect(harness.wakes.some(({ name }) => name === 'delivery.wake')).toBe(true);
  });

  it('takes a burst of texts as one turn, however they are spread over the debounce window', async () => {
    const account = await harness.seed({ settings: { debounceWindowMs: 4_000, cooldownMs: 0 } });
    const mids = [await harness.receive(account, '101', 'oh')];
    harness.clock.advance(3_000);
    mids.push(await harness.receive(account, '101', 'hi'));
    harness.clock.advance(2_000);
    await harness.runAll();
    expect(await texts(account)).toEqual([]);
    mids.push(await harness.receive(account, '101', 'there'));
    harness.clock.advance(4_000);
    await harness.runAll();
    expect(await texts(account)).toEqual(['Hello!']);
    const logged = await harness.query<{ mid: string; is_consolidated: boolean; original_mids: string[] }>(
      `SELECT mid, is_consolidated, original_mids FROM message_log
       WHERE instagram_account_id = $1 AND direction = 'inbound' ORDER BY mid`,
      [account.accountId],
    );
    expect(logged.filter((row) => row.is_consolidated)).toEqual([
      { mid: mids[2], is_consolidated: true, original_mids: mids },
    ]);
  });

  it('handles a message that arrives while its contact is being decided', async () => {
    const account = await harness.seed({ settings: atOnce });
    await harness.receive(account, '102', 'something');
    const meddled = afterFirst(harness.engine, 'load_due_turns', () => harness.receive(account, '102', 'hi'));
    const processor = harness.newProcessor({ dataSource: meddled });
    await harness.runAll(processor);
    await processor.close();
    expect(await texts(account)).toEqual(['Hello!']);
    expect(
      await one(
        `SELECT count(*)::int AS open FROM inbound_event WHERE instagram_account_id = $1 AND status = 'received'`,
        account,
      ),
    ).toEqual({ open: 0 });
  });

  it('answers once when several processes take the same contact at the same time', async () => {
    const account = await harness.seed({ settings: atOnce });
    const people = Array.from({ length: 40 }, (_, index) => `2${index}`);
    for (const from of people) await harness.receive(account, from, 'hi');
    const processors = [harness.turns, harness.newProcessor(), harness.newProcessor()];
    await Promise.all(processors.map((processor) => harness.runAll(processor)));
    await Promise.all(processors.slice(1).map((processor) => processor.close()));
    expect(await texts(account)).toHaveLength(people.length);
    expect(
      await one(`SELECT count(*)::int AS runs FROM flow_run WHERE instagram_account_id = $1`, account),
    ).toEqual({
      runs: people.length,
    });
  });

  it('loses nothing when a process dies between loading and applying, or before it hears of the commit', async () => {
    const account = await harness.seed({ settings: atOnce });
    await harness.receive(account, '103', 'hi');
    const dead = failing(harness.engine, 'apply_turns', 'before');
    const first = harness.newProcessor({ dataSource: dead });
    await expect(harness.runAll(first)).rejects.toThrow();
    await first.close();
    expect(await texts(account)).toEqual([]);
    const unheard = failing(harness.engine, 'apply_turns', 'after');
    const second = harness.newProcessor({ dataSource: unheard });
    await expect(harness.runAll(second)).rejects.toThrow();
    await second.close();
    await harness.runAll();
    expect(await texts(account)).toEqual(['Hello!']);
  });

  it('lets a takeover during the decision win', async () => {
    const account = await harness.seed({ settings: atOnce });
    await harness.receive(account, '104', 'hi');
    const { id } = await one<{ id: string }>(
      'SELECT id FROM conversation WHERE instagram_account_id = $1',
      account,
    );
    const meddled = afterFirst(harness.engine, 'load_due_turns', () =>
      harness.inEngine((tx) =>
        takeOverConversation(tx, { conversationId: id, userId: account.userId, now: harness.clock.now() }),
      ),
    );
    const processor = harness.newProcessor({ dataSource: meddled });
    await harness.runAll(processor);
    await processor.close();
    expect(await texts(account)).toEqual([]);
    expect(
      await one(
        'SELECT status, turn_id IS NOT NULL AS traced FROM inbound_event WHERE instagram_account_id = $1',
        account,
      ),
    ).toEqual({ status: 'ignored', traced: true });
  });

  it('fires a wait once, when it is due, and not before', async () => {
    const definition = flow(start(), message('One'), wait('1h'), message('Two'));
    const account = await harness.seed({ settings: atOnce, definition });
    await harness.receive(account, '105', 'hi');
    await harness.runAll();
    expect(await texts(account)).toEqual(['One']);
    expect(
      await one(
        'SELECT current_flow_id AS flow, current_flow_step_node_id IS NOT NULL AS at FROM contact WHERE instagram_account_id = $1',
        account,
      ),
    ).toEqual({ flow: account.flowId, at: true });
    harness.clock.advance(3_599_000);
    await harness.runAll();
    expect(await texts(account)).toEqual(['One']);
    harness.clock.advance(1_000);
    const other = harness.newProcessor();
    await Promise.all([harness.runAll(), harness.runAll(other)]);
    await other.close();
    expect(await texts(account)).toEqual(['One', 'Two']);
    expect(await one('SELECT status FROM flow_run WHERE instagram_account_id = $1', account)).toEqual({
      status: 'completed',
    });
  });

  it('hands a conversation to a person and does not answer after that', async () => {
    const definition = flow(
      start(),
      tagContact('vip'),
      humanTakeover('Please call back', { messageToContact: 'One moment' }),
    );
    const account = await harness.seed({ settings: atOnce, definition });
    await harness.receive(account, '106', 'hi');
    await harness.runAll();
    expect(
      await one(
        `SELECT status, context->>'messageToAgent' AS note FROM conversation WHERE instagram_account_id = $1`,
        account,
      ),
    ).toEqual({ status: 'pending_human', note: 'Please call back' });
    await harness.receive(account, '106', 'hi again');
    await harness.runAll();
    expect(await texts(account)).toEqual(['One moment']);
  });

  it('cancels what is queued when a person opts out, but confirms', async () => {
    const account = await harness.seed({ settings: atOnce });
    await harness.receive(account, '107', 'hi');
    await harness.runAll();
    await harness.receive(account, '107', 'STOP');
    await harness.runAll();
    await harness.receive(account, '107', 'hi');
    await harness.runAll();
    const messages = await outbox(account);
    expect(messages.map(({ status }) => status)).toEqual([
      'cancelled',
      ...messages.slice(1).map(() => 'queued'),
    ]);
    expect(messages.length).toBeLessThanOrEqual(2);
    expect(
      await one(
        'SELECT opted_out_at IS NOT NULL AS out FROM contact WHERE instagram_account_id = $1',
        account,
      ),
    ).toEqual({ out: true });
  });

  it('lets the first turn of a new contact wait for its profile without holding up others', async () => {
    const account = await harness.seed({
      settings: atOnce,
      definition: flow(start(), message('Hello {{contact.firstName}}')),
    });
    let release = (): void => undefined;
    const asked: string[] = [];
    const processor = harness.newProcessor({
      fetchProfile: async ({ contactId, recipientId }) => {
        asked.push(recipientId);
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        const profile = { username: 'ada', firstName: 'Ada', lastName: null, profilePictureUrl: null };
        return { contactId, isFetched: true, ...profile, isFollower: true };
      },
    });
    await harness.receive(account, '130', 'hi');
    await harness.runAll(processor);
    await harness.runAll(processor);
    expect(await texts(account)).toEqual([]);
    expect(asked).toEqual(['130']);
    release();
    await processor.close();
    expect(await texts(account)).toEqual(['Hello Ada']);
    expect(
      await harness.query(
        `SELECT instagram_username, first_name, is_follower, profile_attempts, profile_fetched_at IS NOT NULL AS fetched
         FROM contact WHERE instagram_account_id = $1`,
        [account.accountId],
      ),
    ).toEqual([
      { instagram_username: 'ada', first_name: 'Ada', is_follower: true, profile_attempts: 0, fetched: true },
    ]);
  });

  it('notices a change of triggers by the revision of the account', async () => {
    const account = await harness.seed({ settings: atOnce });
    await harness.receive(account, '140', 'hi');
    await harness.runAll();
    await harness.query(`UPDATE flow_trigger SET keyword = 'bye' WHERE id = $1`, [account.triggerId]);
    await harness.query(`INSERT INTO account_revision (instagram_account_id, workspace_id) VALUES ($1, $2)`, [
      account.accountId,
      account.workspaceId,
    ]);
    await harness.receive(account, '141', 'hi');
    await harness.receive(account, '142', 'bye');
    await harness.runAll();
    const rows = await harness.query<{ person: string }>(
      `SELECT c.instagram_user_id AS person FROM outbound_message o JOIN contact c ON c.id = o.contact_id
       WHERE o.instagram_account_id = $1 ORDER BY 1`,
      [account.accountId],
    );
    expect(rows.map(({ person }) => person)).toEqual(['140', '142']);
  });
});

/** The same pool, but after the first statement that names `text` something else happens before its answer is seen. */
const afterFirst = (source: Database, text: string, meddle: () => Promise<unknown>): Database => {
  let isDone = false;
  return intercept(source, async (sql, run) => {
    const answer = await run();
    const [row] = Array.isArray(answer) ? (answer as { loaded?: { turns: unknown[] } }[]) : [];
    if (!isDone && sql.includes(text) && (row?.loaded?.turns.length ?? 0) > 0) {
      isDone = true;
      await meddle();
    }
    return answer;
  });
};

const failing = (source: Database, text: string, when: 'before' | 'after'): Database =>
  intercept(source, async (sql, run) => {
    if (!sql.includes(text)) return run();
    if (when === 'after') await run();
    throw new Error('Connection terminated unexpectedly');
  });

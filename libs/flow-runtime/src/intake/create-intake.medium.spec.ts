import { createDataSource } from '@instaflow/db';
import { isAppError } from '@instaflow/platform';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import { eventsOf, textEvents } from '../spec-support/webhook-events';

describe('intake', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  const count = async (sql: string, parameters: unknown[] = []): Promise<number> => {
    const [row] = await harness.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${sql}`,
      parameters,
    );
    return row?.count ?? -1;
  };

  it('stores an event once when it comes in parallel, in one batch and again later', async () => {
    const account = await harness.seed();
    const events = () =>
      textEvents(
        [{ mid: 'dup-1', from: '5001', text: 'hi', to: account.instagramUserId }],
        harness.clock.now(),
      );
    const other = harness.newIntake();
    await Promise.all([
      harness.intake.accept([...events(), ...events()]),
      harness.intake.accept(events()),
      other.accept(events()),
      other.accept([...events(), ...events()]),
    ]);
    harness.clock.advance(35 * 3_600_000);
    await harness.intake.accept(events());
    await other.close();
    expect(await count('inbound_event WHERE instagram_account_id = $1', [account.accountId])).toBe(1);
    expect(await count('message_log WHERE instagram_account_id = $1', [account.accountId])).toBe(1);
    expect(await count('contact WHERE instagram_account_id = $1', [account.accountId])).toBe(1);
    const [conversation] = await harness.query<{ unread_count: number }>(
      'SELECT unread_count FROM conversation WHERE instagram_account_id = $1',
      [account.accountId],
    );
    expect(conversation?.unread_count).toBe(1);
  });

  it('creates contact and conversation once for many first messages arriving at the same time', async () => {
    const account = await harness.seed();
    const intakes = [harness.intake, harness.newIntake(), harness.newIntake()];
    const arrivals = intakes.flatMap((intake, which) =>
      Array.from({ length: 20 }, (_, index) => {
        const mid = `first-${which}-${index}`;
        const message = { mid, from: `60${index % 4}`, text: 'x', to: account.instagramUserId };
        return intake.accept(textEvents([message], harness.clock.now()));
      }),
    );
    await Promise.all(arrivals);
    await Promise.all(intakes.slice(1).map((intake) => intake.close()));
    expect(await count('contact WHERE instagram_account_id = $1', [account.accountId])).toBe(4);
    expect(await count('conversation WHERE instagram_account_id = $1', [account.accountId])).toBe(4);
    expect(await count('inbound_event WHERE instagram_account_id = $1', [account.accountId])).toBe(60);
    expect(await count('contact_wake WHERE instagram_account_id = $1', [account.accountId])).toBe(4);
  });

  it('holds what is queued for somebody who says STOP, and nothing of others, until their turn decides', async () => {
    const account = await harness.seed();
    const write = (from: string, text: string) =>
      harness.intake.accept(
        textEvents(
          [{ mid: `${from}-${text}`, from, text, to: account.instagramUserId }],
          harness.clock.now(),
        ),
      );
    for (const from of ['4711', '4712']) {
      await write(from, 'hi');
      await harness.query(
        `INSERT INTO outbound_message (id, message_at, workspace_id, instagram_account_id, contact_id, conversation_id,
           seq, priority, kind, is_automated, payload, idempotency_key)
         SELECT gen_random_uuid(), now(), c.workspace_id, c.instagram_account_id, c.id, v.id, 1, 1, 'message', is_automated,
           '{}', gen_random_uuid()
         FROM contact c JOIN conversation v ON v.contact_id = c.id, unnest(ARRAY[true, false]) AS is_automated
         WHERE c.instagram_account_id = $1 AND c.instagram_user_id = $2`,
        [account.accountId, from],
      );
    }
    await write('4711', 'Stop!');
    const held = await harness.query(
      `SELECT c.instagram_user_id AS person, o.is_automated AS "isAutomated"
       FROM outbound_message o JOIN contact c ON c.id = o.contact_id
       WHERE o.instagram_account_id = $1 AND o.not_before > $2::timestamptz + interval '20 seconds'`,
      [account.accountId, new Date(harness.clock.now())],
    );
    expect(held).toEqual([{ person: '4711', isAutomated: true }]);
  });

  it('processes 999 of 1000 events when one cannot be stored, and keeps that one as unhandled', async () => {
    const account = await harness.seed();
    const events = textEvents(
      Array.from({ length: 1_000 }, (_, index) => ({
        mid: `bulk-${index}`,
        from: `7${index}`,
        text: `hi ${index}`,
        to: account.instagramUserId,
      })),
      harness.clock.now(),
    ).map((event, index) =>
      index === 617 ? { ...event, text: 'a\u0000b', raw: { text: 'a\u0000b' } } : event,
    );
    const startedAt = performance.now();
    await harness.intake.accept(events);
    const intakeMs = performance.now() - startedAt;
    expect(
      await count(`inbound_event WHERE instagram_account_id = $1 AND status = 'received'`, [
        account.accountId,
      ]),
    ).toBe(999);
    expect(
      await count(
        `inbound_event WHERE instagram_account_id = $1 AND status = 'unhandled' AND reason = 'unstorable'`,
        [account.accountId],
      ),
    ).toBe(1);
    process.stdout.write(`1000 events with a poisonous one: taken in within ${intakeMs.toFixed(0)} ms\n`);
  });

  it('keeps events of unknown accounts and of unknown kinds without acting on them', async () => {
    const account = await harness.seed();
    const now = harness.clock.now();
    await harness.intake.accept([
      ...textEvents([{ mid: 'lost-1', from: '8001', text: 'hi', to: '1784149999999999' }], now),
      ...eventsOf(
        [
          {
            account: account.instagramUserId,
            messaging: {
              sender: { id: '8002' },
              recipient: { id: account.instagramUserId },
              novelty: { a: 1 },
            },
          },
        ],
        now,
      ),
    ]);
    expect(await count(`unrouted_event WHERE entry_id = '1784149999999999'`)).toBe(1);
    const events = await harness.query<{ status: string }>(
      'SELECT status FROM inbound_event WHERE instagram_account_id = $1',
      [account.accountId],
    );
    expect(events).toEqual([{ status: 'unhandled' }]);
    expect(await count('contact_wake WHERE instagram_account_id = $1', [account.accountId])).toBe(0);
  });

  it('opens a closed conversation and the messaging window with a message, but not the window with a comment', async () => {
    const account = await harness.seed();
    const now = harness.clock.now();
    await harness.receive(account, '8101', 'hello');
    await harness.query(`UPDATE conversation SET status = 'closed', closed_at = now(), last_user_message_at = NULL
      WHERE instagram_account_id = '${account.accountId}'`);
    const [text] = textEvents(
      [{ mid: 'c-1', from: '8101', text: 'price?', to: account.instagramUserId }],
      now + 1_000,
    );
    if (text === undefined) throw new Error('no event');
    await harness.intake.accept([{ ...text, kind: 'comment', mid: null, dedupeKey: 'comment:c-1' }]);
    const [row] = await harness.query<{ status: string; last_user_message_at: Date | null; preview: string }>(
      `SELECT status, last_user_message_at, last_message_preview AS preview FROM conversation
       WHERE instagram_account_id = $1`,
      [account.accountId],
    );
    expect(row).toEqual({ status: 'open', last_user_message_at: null, preview: 'price?' });
  });

  it('wakes the shard after the debounce window for text, and at once for a tap', async () => {
    const account = await harness.seed({ settings: { debounceWindowMs: 5_000 } });
    harness.wakes.length = 0;
    await harness.receive(account, '8201', 'hi');
    expect(harness.wakes).toEqual([
      { name: 'turns.wake', payload: { shard: expect.any(Number) as number }, delayMs: 5_000 },
    ]);
    harness.wakes.length = 0;
    const tap = {
      sender: { id: '8201' },
      recipient: { id: account.instagramUserId },
      timestamp: harness.clock.now(),
      message: { mid: 'tap-1', text: 'Yes', quick_reply: { payload: 'YES' } },
    };
    await harness.intake.accept(
      eventsOf([{ account: account.instagramUserId, messaging: tap }], harness.clock.now()),
    );
    expect(harness.wakes).toEqual([
      { name: 'turns.wake', payload: { shard: expect.any(Number) as number }, delayMs: 0 },
    ]);
  });

  it('rejects with 503 when the database is away', async () => {
    const account = await harness.seed();
    const gone = createDataSource({
      url: 'postgres://nobody:none@127.0.0.1:1/none',
      role: 'engine',
      poolSize: 1,
      onError: () => undefined,
    });
    const intake = harness.newIntake(gone);
    const events = textEvents(
      [{ mid: 'x', from: '9', text: 'hi', to: account.instagramUserId }],
      harness.clock.now(),
    );
    const error: unknown = await intake.accept(events).catch((reason: unknown) => reason);
    expect(isAppError(error, { code: 'service_unavailable' })).toBe(true);
    await intake.close();
  });
});

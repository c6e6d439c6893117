import {
  claimOutbound,
  firstCursor,
  inWorkspaces,
  pauseFlow,
  resumeFlow,
  rescheduleQuietMessages,
} from '@instaflow/db';
import { createMetrics } from '@instaflow/platform';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { flow, message, on, onNext, start, wait } from '@instaflow/flow-model';
import { v7 } from 'uuid';
import { addFlow } from '../spec-support/add-flow';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { createSweeper } from '../sweeper/create-sweeper';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Held = { text: string; status: string; seq: string; isHeld: boolean; until: string | null };

describe('quiet hours', () => {
  let harness: Harness;
  let account: SeededAccount;
  /** Of the quiet hours that are on when a spec begins. */
  let end: number;

  beforeEach(async () => {
    const now = Date.now() - minuteMs;
    harness = await createHarness(await createTestDatabase(), new FakeClock(now));
    end = Math.floor((now + 2 * hourMs) / minuteMs) * minuteMs;
    const at = (ms: number) => new Date(ms).toISOString().slice(11, 16);
    account = await harness.seed({
      settings: {
        debounceWindowMs: 0,
        cooldownMs: 0,
        messagesPerSecond: 50,
        timezone: 'UTC',
        quietHours: { from: at(now - hourMs), to: at(end) },
      },
      definition: flow(start(), message('Hi'), wait('1s'), message('Still there?'), wait('5h')),
    });
    await harness.query(
      `INSERT INTO account_pacing (instagram_account_id, workspace_id, tokens) VALUES ($1, $2, 50)`,
      [account.accountId, account.workspaceId],
    );
  });
  afterEach(() => harness.close());

  const says = async (text: string, from = '1'): Promise<void> => {
    await harness.receive(account, from, text);
    await harness.runAll();
  };
  const pass = async (ms: number): Promise<void> => {
    harness.clock.advance(ms);
    await harness.runAll();
  };
  const sweep = () =>
    createSweeper({
      dataSource: harness.engine,
      jobs: harness.jobs,
      clock: harness.clock,
      logger: harness.logger,
      metrics: createMetrics(),
    }).sweep();
  const asMember = <Result>(work: Parameters<typeof inWorkspaces<Result>>[2]) =>
    inWorkspaces(harness.app, [account.workspaceId], work);
  const outbox = (): Promise<Held[]> =>
    harness.query<Held>(
      `SELECT o.payload->'message'->>'text' AS text, o.status, o.seq::text AS seq, o.not_before > $1 AS "isHeld",
              to_char(m.held_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS until
       FROM outbound_message o JOIN message_log m ON m.id = o.id AND m."timestamp" = o.message_at
       ORDER BY o.seq`,
      [new Date(harness.clock.now())],
    );
  const claimTexts = async (): Promise<string[]> => {
    const claim = { lease: v7(), limit: 10, perAccount: 10, cursor: firstCursor };
    const { rows } = await claimOutbound(harness.engine, claim);
    await harness.query(
      `UPDATE outbound_message SET status = 'sent', finished_at = now() WHERE status = 'sending'`,
    );
    return rows.map(({ payload }) => JSON.stringify(payload));
  };

  it('hold what a timer sends until they end, visibly in the message and in the trace', async () => {
    await says('hi');
    expect(await claimTexts()).toEqual([expect.stringContaining('Hi')]);
    await pass(1_000);
    const until = new Date(end).toISOString();
    expect(await outbox()).toMatchObject([
      { text: 'Hi', isHeld: false, until: null },
      { text: 'Still there?', status: 'queued', isHeld: true, until },
    ]);
    expect(await claimTexts()).toEqual([]);
    const [turn] = await harness.query<{ steps: { detail: object }[] }>(
      'SELECT steps FROM contact_turn ORDER BY id DESC LIMIT 1',
    );
    expect(turn?.steps.map(({ detail }) => detail)).toContainEqual(
      expect.objectContaining({ heldUntil: until }),
    );
    harness.clock.advance(end - harness.clock.now());
    await sweep();
    expect((await outbox())[1]).toMatchObject({ text: 'Still there?', seq: '2', isHeld: false, until: null });
    expect(harness.wakes.at(-1)?.name).toBe('delivery.wake');
  });

  it('let answers to what the person says pass by what they hold', async () => {
    await says('hi');
    await claimTexts();
    await pass(1_000);
    await addFlow(harness, account, { definition: flow(start(), message('At night')), word: 'else' });
    await says('else');
    expect(await claimTexts()).toEqual([expect.stringContaining('At night')]);
    harness.clock.advance(end - harness.clock.now());
    await sweep();
    // Another flow began: what the replaced run had to say is not wanted any more.
    expect(await outbox()).toContainEqual(
      expect.objectContaining({ text: 'Still there?', status: 'cancelled' }),
    );
  });

  it('keep the order of what a run sends, also of what it sends when they have just ended', async () => {
    const definition = flow(
      start(),
      wait('1s'),
      message('One'),
      message('Two'),
      wait('2h'),
      message('Three'),
    );
    await addFlow(harness, account, { definition, word: 'many' });
    await says('many');
    await pass(1_000);
    await pass(2 * hourMs);
    const texts = async () => (await outbox()).map(({ text }) => text);
    expect(await texts()).toEqual(['One', 'Two', 'Three']);
    expect((await outbox()).map(({ until }) => until !== null)).toEqual([true, true, true]);
    await sweep();
    expect((await outbox()).map(({ text, seq, until }) => [text, seq, until])).toEqual([
      ['One', '1', null],
      ['Two', '2', null],
      ['Three', '3', null],
    ]);
  });

  it('hold on while the flow is paused and goes on again', async () => {
    await says('hi');
    await claimTexts();
    await pass(1_000);
    const now = harness.clock.now();
    await asMember((tx) => pauseFlow(tx, { ...account, now }));
    await asMember((tx) => resumeFlow(tx, { ...account, now }));
    expect((await outbox())[1]).toMatchObject({ isHeld: true, until: new Date(end).toISOString() });
    await asMember((tx) => pauseFlow(tx, { ...account, now }));
    harness.clock.advance(end - harness.clock.now());
    await sweep();
    expect((await outbox())[1]).toMatchObject({ isHeld: true, until: null });
    await asMember((tx) => resumeFlow(tx, { ...account, now: end }));
    expect((await outbox())[1]).toMatchObject({ seq: '2', isHeld: false });
  });

  it('hold until their new end when they are changed, and no longer when they are taken away', async () => {
    await says('hi');
    await claimTexts();
    await pass(1_000);
    const change = (until: number | null) =>
      asMember((tx) =>
        rescheduleQuietMessages(tx, { accountId: account.accountId, until, now: harness.clock.now() }),
      );
    await change(end + hourMs);
    expect((await outbox())[1]).toMatchObject({ isHeld: true, until: new Date(end + hourMs).toISOString() });
    await change(null);
    expect((await outbox())[1]).toMatchObject({ seq: '2', isHeld: false, until: null });
    expect(await claimTexts()).toEqual([expect.stringContaining('Still there?')]);
  });

  it('do not look every half minute for the outcome of a message they hold', async () => {
    const asks = message('One', { to: [on('error', 'two'), onNext('two')] });
    await addFlow(harness, account, {
      definition: flow(start(), wait('1s'), asks, message('Two', { id: 'two' })),
      word: 'outcome',
    });
    await says('outcome');
    await pass(1_000);
    const [wake] = await harness.query<{ at: Date }>('SELECT wake_at AS at FROM contact_wake');
    expect(wake?.at.getTime()).toBe(end + 30_000);
  });
});

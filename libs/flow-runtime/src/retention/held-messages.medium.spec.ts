import {
  claimOutbound,
  firstCursor,
  inWorkspaces,
  pauseFlow,
  resumeFlow,
  takeOverConversation,
} from '@instaflow/db';
import { createMetrics } from '@instaflow/platform';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { flow, message, start, wait } from '@instaflow/flow-model';
import { v7 } from 'uuid';
import { addFlow } from '../spec-support/add-flow';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { createSweeper } from '../sweeper/create-sweeper';

const hourMs = 3_600_000;

describe('what a paused flow has queued', () => {
  let harness: Harness;
  let account: SeededAccount;

  beforeEach(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now() - 60_000));
    account = await harness.seed({
      settings: { debounceWindowMs: 0, cooldownMs: 0, messagesPerSecond: 50 },
      definition: flow(start(), message('One'), message('Two'), wait('2h')),
    });
    await harness.query(`UPDATE instagram_account SET access_token_sealed = 'sealed'`);
    await harness.query(
      `INSERT INTO account_pacing (instagram_account_id, workspace_id, tokens) VALUES ($1, $2, 50)`,
      [account.accountId, account.workspaceId],
    );
    await harness.receive(account, '1', 'hi');
    await harness.runAll();
  });
  afterEach(() => harness.close());

  const asMember = <Result>(work: Parameters<typeof inWorkspaces<Result>>[2]) =>
    inWorkspaces(harness.app, [account.workspaceId], work);
  const { now } = { now: () => harness.clock.now() };
  const pause = () => asMember((tx) => pauseFlow(tx, { ...account, now: now() }));
  const resume = () => asMember((tx) => resumeFlow(tx, { ...account, now: now() }));
  const sweep = () =>
    createSweeper({
      dataSource: harness.engine,
      jobs: harness.jobs,
      clock: harness.clock,
      logger: harness.logger,
      metrics: createMetrics(),
    }).sweep();
  const claimTexts = async () => {
    const { rows } = await claimOutbound(harness.engine, {
      lease: v7(),
      limit: 10,
      perAccount: 10,
      cursor: firstCursor,
    });
    return rows.map(({ payload }) => JSON.stringify(payload));
  };
  const statesOf = () =>
    harness.query<{ status: string; code: string | null; note: string | null; isHeld: boolean }>(
      `SELECT m.delivery_status AS status, m.error_code AS code, m.error_message AS note, o.held_at IS NOT NULL AS "isHeld"
       FROM outbound_message o JOIN message_log m ON m.id = o.id AND m."timestamp" = o.message_at ORDER BY o.message_at, o.id`,
    );

  it('is held, visibly, and leaves in its order when the flow goes on', async () => {
    await pause();
    expect(await claimTexts()).toEqual([]);
    const held = {
      status: 'queued',
      code: 'flow_paused',
      note: 'Held while the flow is paused.',
      isHeld: true,
    };
    expect(await statesOf()).toEqual([held, held]);
    await resume();
    const free = { status: 'queued', code: null, note: null, isHeld: false };
    expect(await statesOf()).toEqual([free, free]);
    expect(await claimTexts()).toEqual([expect.stringContaining('One')]);
  });

  it('makes way for what other flows have to say to the same person', async () => {
    await pause();
    await addFlow(harness, account, { definition: flow(start(), message('Other')), word: 'else' });
    await harness.receive(account, '1', 'else');
    await harness.runAll();
    expect(await claimTexts()).toEqual([expect.stringContaining('Other')]);
    await resume();
    // The run of the paused flow was replaced: what it had to say is not wanted any more.
    expect((await statesOf()).slice(0, 2)).toMatchObject([
      { status: 'cancelled', code: 'flow_stopped' },
      { status: 'cancelled', code: 'flow_stopped' },
    ]);
  });

  it('does not survive a takeover', async () => {
    await pause();
    const [conversation] = await harness.query<{ id: string }>('SELECT id FROM conversation');
    await asMember((tx) =>
      takeOverConversation(tx, {
        conversationId: conversation?.id ?? '',
        userId: account.userId,
        now: now(),
      }),
    );
    await resume();
    expect(await statesOf()).toMatchObject([
      { status: 'cancelled', code: 'taken_over' },
      { status: 'cancelled', code: 'taken_over' },
    ]);
  });

  it('is given up after 24 hours', async () => {
    await pause();
    harness.clock.advance(23 * hourMs);
    await sweep();
    expect(await statesOf()).toMatchObject([{ status: 'queued' }, { status: 'queued' }]);
    harness.clock.advance(hourMs);
    await sweep();
    expect(await statesOf()).toMatchObject([
      { status: 'cancelled', code: 'flow_paused', note: 'The flow was paused for more than 24 hours.' },
      { status: 'cancelled', code: 'flow_paused' },
    ]);
  });

  it('is held also when it was written a moment after the pause', async () => {
    await harness.query('UPDATE flow SET paused_at = now()');
    await sweep();
    expect(await statesOf()).toMatchObject([{ isHeld: true }, { isHeld: true }]);
  });
});

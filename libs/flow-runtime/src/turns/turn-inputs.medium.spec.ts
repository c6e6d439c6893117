import { flow, message, on, onNext, start } from '@instaflow/flow-model';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { commentEvents, eventsOf } from '../spec-support/webhook-events';

describe('what a turn can begin with', () => {
  let harness: Harness;
  const settings = { debounceWindowMs: 0, cooldownMs: 0 };

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  const outbox = (account: SeededAccount) =>
    harness.query<{ kind: string; priority: number; payload: unknown }>(
      'SELECT kind, priority, payload FROM outbound_message WHERE instagram_account_id = $1 ORDER BY seq',
      [account.accountId],
    );
  const runStatus = async (account: SeededAccount) => {
    const [row] = await harness.query<{ status: string; waiting: string | null }>(
      'SELECT status, waiting_for AS waiting FROM flow_run WHERE instagram_account_id = $1',
      [account.accountId],
    );
    return row;
  };

  it('the outcome of a message lets the run that waits for it go on', async () => {
    const definition = flow(
      start(),
      message('First', { to: [on('outside_window', 'late'), onNext('good')] }),
      message('Good', { id: 'good', end: true }),
      message('Late', { id: 'late', end: true }),
    );
    const account = await harness.seed({ settings, definition });
    await harness.receive(account, '1', 'hi');
    await harness.runAll();
    expect(await runStatus(account)).toEqual({ status: 'waiting', waiting: 'effect' });
    await harness.runAll();
    expect(await outbox(account)).toHaveLength(1);
    await harness.query(
      `UPDATE outbound_message SET status = 'failed', error_code = 'outside_messaging_window'
       WHERE instagram_account_id = $1`,
      [account.accountId],
    );
    await harness.query(
      'UPDATE contact_wake SET wake_at = $2, seq = seq + 1 WHERE instagram_account_id = $1',
      [account.accountId, new Date(harness.clock.now())],
    );
    await harness.runAll();
    expect((await outbox(account)).map(({ payload }) => payload)).toEqual([
      { message: { text: 'First' } },
      { message: { text: 'Late' } },
    ]);
    expect(await runStatus(account)).toEqual({ status: 'completed', waiting: null });
  });

  it('a message that stays uncertain lets the run that waits for it go on as if it had arrived', async () => {
    const definition = flow(
      start(),
      message('First', { to: [on('error', 'bad'), onNext('good')] }),
      message('Good', { id: 'good', end: true }),
      message('Bad', { id: 'bad', end: true }),
    );
    const account = await harness.seed({ settings, definition });
    await harness.receive(account, '2', 'hi');
    await harness.runAll();
    const become = (finishedAt: Date | null) =>
      harness.query(
        `UPDATE outbound_message SET status = 'uncertain', finished_at = $2 WHERE instagram_account_id = $1`,
        [account.accountId, finishedAt],
      );
    await become(null);
    harness.clock.advance(30_000);
    await harness.runAll();
    expect(await runStatus(account)).toEqual({ status: 'waiting', waiting: 'effect' });
    await become(new Date(harness.clock.now()));
    harness.clock.advance(30_000);
    await harness.runAll();
    expect((await outbox(account)).map(({ payload }) => payload)).toEqual([
      { message: { text: 'First' } },
      { message: { text: 'Good' } },
    ]);
    expect(await runStatus(account)).toEqual({ status: 'completed', waiting: null });
  });

  it('a comment is answered privately, once however often it is delivered', async () => {
    const account = await harness.seed({ settings });
    await harness.query(
      `UPDATE flow_trigger SET type = 'comment_keyword', public_replies = '{Sent!}' WHERE id = $1`,
      [account.triggerId],
    );
    const comment = { account: account.instagramUserId, id: 'c-77', from: '55', text: 'hi' };
    await harness.intake.accept([
      ...commentEvents([comment, comment], harness.clock.now()),
      ...commentEvents([{ ...comment, id: 'c-78', from: account.instagramUserId }], harness.clock.now()),
    ]);
    await harness.runAll();
    await harness.intake.accept(commentEvents([comment], harness.clock.now()));
    await harness.runAll();
    const sent = await outbox(account);
    expect(sent.map(({ kind, priority }) => [kind, priority]).sort()).toEqual([
      ['comment_reply', 5],
      ['private_reply', 5],
    ]);
    expect(sent.find(({ kind }) => kind === 'private_reply')?.payload).toEqual({
      commentId: 'c-77',
      message: { text: 'Hello!' },
    });
  });

  it('a trigger and settings nobody can read do not stop the others of the account', async () => {
    const account = await harness.seed({ settings: { ...settings, novelty: true } });
    await harness.query(
      `INSERT INTO flow_trigger (id, workspace_id, instagram_account_id, flow_id, type, keyword)
       VALUES (gen_random_uuid(), $1, $2, $3, 'from_the_future', 'hi')`,
      [account.workspaceId, account.accountId, account.flowId],
    );
    await harness.receive(account, '88', 'hi');
    harness.clock.advance(5_000);
    await harness.runAll();
    expect(await outbox(account)).toHaveLength(1);
  });

  it('an echo that beats the answer of its own request waits instead of pausing automation', async () => {
    const account = await harness.seed({ settings });
    await harness.receive(account, '66', 'hi');
    await harness.runAll();
    await harness.query(
      `UPDATE outbound_message SET status = 'sending', sending_since = now() WHERE instagram_account_id = $1`,
      [account.accountId],
    );
    const echo = {
      sender: { id: account.instagramUserId },
      recipient: { id: '66' },
      timestamp: harness.clock.now() + 100,
      message: { mid: 'fast-1', text: 'Something else', is_echo: true },
    };
    await harness.intake.accept(
      eventsOf([{ account: account.instagramUserId, messaging: echo }], harness.clock.now()),
    );
    await harness.runAll();
    const pausedUntil = async () => {
      const [row] = await harness.query<{ until: Date | null }>(
        'SELECT automation_paused_until AS until FROM conversation WHERE instagram_account_id = $1',
        [account.accountId],
      );
      return row?.until ?? null;
    };
    expect(await pausedUntil()).toBeNull();
    await harness.query(
      `UPDATE outbound_message SET status = 'sent', mid = 'fast-1' WHERE instagram_account_id = $1`,
      [account.accountId],
    );
    await harness.query(
      `UPDATE message_log SET delivery_status = 'sent', mid = 'fast-1'
       WHERE instagram_account_id = $1 AND direction = 'outbound'`,
      [account.accountId],
    );
    harness.clock.advance(1_000);
    await harness.runAll();
    expect(await pausedUntil()).toBeNull();
    const open = await harness.query(
      `SELECT 1 FROM inbound_event WHERE instagram_account_id = $1 AND status = 'received'`,
      [account.accountId],
    );
    expect(open).toEqual([]);
  });
});

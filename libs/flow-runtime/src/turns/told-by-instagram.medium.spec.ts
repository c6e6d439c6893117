import { flow, message, start, wait } from '@instaflow/flow-model';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import { atOnce, createReaders } from '../spec-support/create-readers';
import { eventsOf } from '../spec-support/webhook-events';

describe('what Instagram tells of messages', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  const { texts, one } = createReaders(() => harness);

  it('takes an echo nobody sent for a person in the Instagram app: logs it, cancels, pauses', async () => {
    const definition = flow(start(), message('One'), wait('1h'), message('Two'));
    const account = await harness.seed({
      settings: { ...atOnce, humanTakeoverPauseMinutes: 30 },
      definition,
    });
    await harness.receive(account, '108', 'hi');
    await harness.runAll();
    await harness.query(
      `UPDATE outbound_message SET status = 'sent', mid = 'own-1', finished_at = now() WHERE instagram_account_id = $1`,
      [account.accountId],
    );
    await harness.query(
      `UPDATE message_log SET delivery_status = 'sent', mid = 'own-1'
       WHERE instagram_account_id = $1 AND direction = 'outbound'`,
      [account.accountId],
    );
    const echo = (mid: string, text: string) =>
      eventsOf(
        [
          {
            account: account.instagramUserId,
            messaging: {
              sender: { id: account.instagramUserId },
              recipient: { id: '108' },
              timestamp: harness.clock.now() + 500,
              message: { mid, text, is_echo: true },
            },
          },
        ],
        harness.clock.now() + 500,
      );
    await harness.intake.accept(echo('own-1', 'One'));
    await harness.runAll();
    expect(await one('SELECT status FROM flow_run WHERE instagram_account_id = $1', account)).toEqual({
      status: 'waiting',
    });
    await harness.intake.accept(echo('app-1', 'I am a person'));
    await harness.runAll();
    expect(await one('SELECT status FROM flow_run WHERE instagram_account_id = $1', account)).toEqual({
      status: 'taken_over',
    });
    expect(
      await one(
        `SELECT direction, is_automated AS automated, delivery_status AS status FROM message_log
         WHERE instagram_account_id = $1 AND mid = 'app-1'`,
        account,
      ),
    ).toEqual({ direction: 'outbound', automated: false, status: 'sent' });
    expect(
      await one(
        `SELECT round(extract(epoch FROM automation_paused_until - updated_at) / 60)::int AS minutes,
                last_message_preview AS preview
         FROM conversation WHERE instagram_account_id = $1`,
        account,
      ),
    ).toEqual({ minutes: 30, preview: 'I am a person' });
  });

  it('marks what was read, purges what was unsent before its turn, and notes reactions', async () => {
    const account = await harness.seed({ settings: { debounceWindowMs: 4_000, cooldownMs: 0 } });
    const mid = await harness.receive(account, '109', 'hi');
    const about = (extra: object) =>
      eventsOf(
        [
          {
            account: account.instagramUserId,
            messaging: {
              sender: { id: '109' },
              recipient: { id: account.instagramUserId },
              timestamp: harness.clock.now(),
              ...extra,
            },
          },
        ],
        harness.clock.now(),
      );
    await harness.intake.accept(about({ message: { mid, is_deleted: true } }));
    await harness.runAll();
    harness.clock.advance(5_000);
    await harness.runAll();
    expect(await texts(account)).toEqual([]);
    expect(
      await one('SELECT type, content FROM message_log WHERE instagram_account_id = $1', account),
    ).toEqual({ type: 'deleted', content: {} });
    expect(
      await one(`SELECT raw FROM inbound_event WHERE instagram_account_id = $1 AND kind = 'text'`, account),
    ).toEqual({ raw: {} });

    await harness.receive(account, '109', 'hi');
    harness.clock.advance(5_000);
    await harness.runAll();
    await harness.query(
      `UPDATE message_log SET delivery_status = 'sent', mid = 'read-me' WHERE instagram_account_id = $1
         AND direction = 'outbound'`,
      [account.accountId],
    );
    await harness.intake.accept([
      ...about({ read: { mid: 'read-me' } }),
      ...about({ reaction: { mid: 'read-me', action: 'react', reaction: 'love', emoji: '❤' } }),
    ]);
    await harness.runAll();
    expect(
      await one(
        `SELECT delivery_status AS status, content->>'reaction' AS reaction FROM message_log
         WHERE instagram_account_id = $1 AND direction = 'outbound'`,
        account,
      ),
    ).toEqual({ status: 'read', reaction: '❤' });
    expect(
      await one(
        `SELECT count(*)::int AS open FROM inbound_event WHERE instagram_account_id = $1 AND status = 'received'`,
        account,
      ),
    ).toEqual({ open: 0 });
  });
});

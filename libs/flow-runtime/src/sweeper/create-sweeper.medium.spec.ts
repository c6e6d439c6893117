import { resumeAccount } from '@instaflow/db';
import { createMetrics } from '@instaflow/platform';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import { createSweeper } from './create-sweeper';

describe('the sweeper', () => {
  let harness: Harness;

  beforeEach(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterEach(() => harness.close());

  const ownTurns = () => ({
    run: (shard: number) => harness.turns.runShard(shard),
    lastRunAt: () => harness.turns.lastRunAt(),
  });
  const newSweeper = (options: Partial<Parameters<typeof createSweeper>[0]> = {}) =>
    createSweeper({
      dataSource: harness.engine,
      jobs: harness.jobs,
      clock: harness.clock,
      logger: harness.logger,
      metrics: createMetrics(),
      ...options,
    });

  it('wakes the shard of a contact whose wake-up was lost, and not before it is overdue', async () => {
    const account = await harness.seed({ settings: { debounceWindowMs: 4_000 } });
    await harness.receive(account, '1', 'hi');
    harness.wakes.length = 0;
    const sweeper = newSweeper();
    harness.clock.advance(4_100);
    expect(await sweeper.sweep()).toMatchObject({ shards: [] });
    harness.clock.advance(200);
    await sweeper.sweep();
    expect(harness.wakes).toEqual([
      { name: 'turns.wake', payload: { shard: expect.any(Number) as number }, delayMs: 0 },
    ]);
  });

  it('does overdue work itself while the queue takes nothing', async () => {
    const account = await harness.seed({ settings: { debounceWindowMs: 0, cooldownMs: 0 } });
    await harness.receive(account, '1', 'hi');
    harness.clock.advance(300);
    let deliveries = 0;
    const delivery = {
      run: () => {
        deliveries += 1;
        return Promise.resolve();
      },
      lastRunAt: () => 0,
    };
    const jobs = { wake: () => Promise.resolve(false), restartWorker: () => Promise.resolve() };
    const sweeper = newSweeper({ jobs, turns: ownTurns(), delivery });
    await sweeper.sweep();
    harness.clock.advance(300);
    await sweeper.sweep();
    const sent = await harness.query('SELECT 1 FROM outbound_message WHERE instagram_account_id = $1', [
      account.accountId,
    ]);
    expect(sent).toHaveLength(1);
    expect(deliveries).toBe(1);
  });

  it('replaces a worker that takes nothing for half a minute although it is woken', async () => {
    const account = await harness.seed({ settings: { debounceWindowMs: 0 } });
    await harness.receive(account, '1', 'hi');
    const restarted: string[] = [];
    const jobs = {
      wake: () => Promise.resolve(true),
      restartWorker: (name: string) => {
        restarted.push(name);
        return Promise.resolve();
      },
    };
    const sweeper = newSweeper({
      jobs,
      turns: ownTurns(),
    });
    harness.clock.advance(31_000);
    await sweeper.sweep();
    expect(restarted).toEqual(['turns.wake']);
  });

  it('deletes what has expired and keeps what has not been handled', async () => {
    const account = await harness.seed({ settings: { debounceWindowMs: 0, cooldownMs: 0 } });
    await harness.receive(account, '1', 'hi');
    await harness.runAll();
    await harness.receive(account, '2', 'hi');
    await harness.query(`INSERT INTO idempotency_key (user_id, key, request_hash) VALUES ($1, 'k', '')`, [
      account.userId,
    ]);
    harness.clock.advance(31 * 86_400_000);
    await newSweeper().sweep();
    const events = await harness.query<{ status: string }>('SELECT status FROM inbound_event');
    expect(events).toEqual([{ status: 'received' }]);
    expect(await harness.query('SELECT 1 FROM realtime_event')).toEqual([]);
    expect(await harness.query('SELECT 1 FROM idempotency_key')).toEqual([]);
  });

  it.each(['is swept', 'goes on'])(
    'cancels what a turn wrote a moment after its account was paused, once that %s',
    async (moment) => {
      const account = await harness.seed({ settings: { debounceWindowMs: 0, cooldownMs: 0 } });
      await harness.receive(account, '1', 'hi');
      await harness.runAll();
      const pausedAt = new Date(harness.clock.now());
      await harness.query('UPDATE instagram_account SET paused_at = $1 WHERE id = $2', [
        pausedAt,
        account.accountId,
      ]);
      const { accountId } = account;
      if (moment === 'is swept') await newSweeper().sweep();
      else await harness.inEngine((tx) => resumeAccount(tx, { accountId, now: harness.clock.now() }));
      expect(await harness.query('SELECT status, error_code FROM outbound_message')).toEqual([
        { status: 'cancelled', error_code: 'paused' },
      ]);
    },
  );

  it('creates the partitions of the coming months', async () => {
    harness.clock.advance(200 * 86_400_000);
    await newSweeper().sweep();
    const month = new Date(harness.clock.now() + 80 * 86_400_000).toISOString().slice(0, 7).replace('-', '');
    expect(
      await harness.query('SELECT to_regclass($1) IS NOT NULL AS there', [`message_log_${month}`]),
    ).toEqual([{ there: true }]);
  });

  it('stops without a sweep in flight', async () => {
    const sweeper = newSweeper({ intervalMs: 1 });
    sweeper.start();
    await sweeper.stop();
    await sweeper.stop();
  });
});

import { createLogger } from '@instaflow/platform';
import {
  createTestDatabase,
  hasRedisServer,
  startTcpProxy,
  startTestRedis,
  waitFor,
  type TcpProxy,
  type TestDatabase,
} from '@instaflow/testing';
import { createJobs, type Jobs } from './create-jobs';

const backends = hasRedisServer() ? (['postgres', 'redis'] as const) : (['postgres'] as const);

if (hasRedisServer()) {
  describe('jobs on redis that start while the queue is away', () => {
    let redis: { url: string; stop(): Promise<void> };
    let proxy: TcpProxy;
    let jobs: Jobs;

    beforeEach(async () => {
      redis = await startTestRedis();
      proxy = await startTcpProxy(redis.url);
    });

    afterEach(async () => {
      await jobs.close({ timeoutMs: 1_000 });
      await proxy.close();
      await redis.stop();
    });

    it.each(['hangs', 'refuses'])('work by themselves when it comes, after one that %s', async (how) => {
      if (how === 'hangs') proxy.freeze();
      else await proxy.cut();
      const log = createLogger({ level: 'silent' });
      jobs = await createJobs({ databaseUrl: '', redisUrl: proxy.url, log });
      expect(await jobs.wake('turns.wake', { shard: 0 })).toBe(false);
      await proxy.heal();
      await waitFor(() => jobs.isReady(), { timeoutMs: 15_000 });
      await waitFor(() => jobs.wake('turns.wake', { shard: 0 }), { timeoutMs: 15_000 });
    });
  });
}

describe.each(backends)('jobs on %s while the queue is away', (kind) => {
  let database: TestDatabase;
  let redis: { url: string; stop(): Promise<void> } | null = null;
  let proxy: TcpProxy;
  let jobs: Jobs;
  const seen: number[] = [];

  beforeEach(async () => {
    seen.length = 0;
    database = await createTestDatabase();
    redis = kind === 'redis' ? await startTestRedis() : null;
    proxy = await startTcpProxy(redis?.url ?? database.url);
    const address = redis ? { databaseUrl: database.url, redisUrl: proxy.url } : { databaseUrl: proxy.url };
    jobs = await createJobs({ ...address, log: createLogger({ level: 'silent' }) });
    const handler = ({ shard }: { shard: number }) => {
      seen.push(shard);
      return Promise.resolve();
    };
    await jobs.startWorker('turns.wake', handler, { concurrency: 2 });
    await jobs.wake('turns.wake', { shard: 0 });
    await waitFor(() => seen.includes(0));
  });

  afterEach(async () => {
    await proxy.heal();
    await waitFor(() => jobs.isReady(), { timeoutMs: 15_000 });
    await jobs.close({ timeoutMs: 1_000 });
    await proxy.close();
    await redis?.stop();
    await database.drop();
  });

  it('answers false soon, without throwing, when it is refused', async () => {
    await proxy.cut();
    await expectQuickRefusal();
  });

  it('answers false soon, without throwing, when it hangs', async () => {
    proxy.freeze();
    await expectQuickRefusal();
  });

  it('works again by itself when the queue is back', async () => {
    await proxy.cut();
    await expectQuickRefusal();
    await proxy.heal();
    await waitFor(() => jobs.wake('turns.wake', { shard: 5 }), { timeoutMs: 15_000 });
    await waitFor(() => seen.includes(5), { timeoutMs: 15_000 });
  });

  it('works again with a replaced worker, too', async () => {
    await proxy.cut();
    await proxy.heal();
    await jobs.restartWorker('turns.wake');
    await waitFor(() => jobs.wake('turns.wake', { shard: 6 }), { timeoutMs: 15_000 });
    await waitFor(() => seen.includes(6), { timeoutMs: 15_000 });
  });

  async function expectQuickRefusal(): Promise<void> {
    const startedAt = Date.now();
    const answers = await Promise.all([1, 2, 3].map((shard) => jobs.wake('turns.wake', { shard })));
    expect(answers).toEqual([false, false, false]);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(await jobs.isReady()).toBe(false);
  }
});

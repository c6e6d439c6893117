import { createLogger } from '@instaflow/platform';
import {
  createTestDatabase,
  hasRedisServer,
  startTestRedis,
  waitFor,
  type TestDatabase,
} from '@instaflow/testing';
import { createJobs, type Jobs } from './create-jobs';

const backends = hasRedisServer() ? (['postgres', 'redis'] as const) : (['postgres'] as const);
const contactId = '019a0000-0000-7000-8000-000000000001';

describe.each(backends)('jobs on %s', (kind) => {
  let database: TestDatabase;
  let redis: { url: string; stop(): Promise<void> } | null = null;
  let opened: Jobs[] = [];

  const open = async (): Promise<Jobs> => {
    const log = createLogger({ level: 'silent' });
    const jobs = await createJobs({ databaseUrl: database.url, redisUrl: redis?.url, log });
    opened.push(jobs);
    return jobs;
  };

  beforeEach(async () => {
    database = await createTestDatabase();
    redis = kind === 'redis' ? await startTestRedis() : null;
  });

  afterEach(async () => {
    await Promise.all(opened.map((jobs) => jobs.close({ timeoutMs: 1_000 })));
    opened = [];
    await redis?.stop();
    await database.drop();
  });

  it('brings a wake-up to the worker with its payload', async () => {
    const jobs = await open();
    const seen: unknown[] = [];
    await jobs.startWorker('turns.wake', (payload) => record(seen, payload), { concurrency: 2 });
    expect(await jobs.wake('turns.wake', { shard: 7 })).toBe(true);
    await waitFor(() => seen.length === 1);
    expect(seen).toEqual([{ shard: 7 }]);
    expect(jobs.backend).toBe(kind);
  });

  it('joins wake-ups of one shard that nobody has started yet', async () => {
    const jobs = await open();
    await Promise.all([1, 1, 1, 2].map((shard) => jobs.wake('turns.wake', { shard })));
    expect(await jobs.counts('turns.wake')).toMatchObject({ waiting: 2 });
  });

  it('runs once more, afterwards, for wake-ups that come during the run', async () => {
    const jobs = await open();
    let runs = 0;
    let running = 0;
    let most = 0;
    const gate = createGate();
    const handler = async () => {
      runs += 1;
      running += 1;
      most = Math.max(most, running);
      await gate.opened;
      running -= 1;
    };
    await jobs.startWorker('turns.wake', handler, { concurrency: 4 });
    await jobs.wake('turns.wake', { shard: 1 });
    await waitFor(() => running === 1);
    await Promise.all(Array.from({ length: 5 }, () => jobs.wake('turns.wake', { shard: 1 })));
    gate.open();
    await waitFor(async () => runs === 2 && running === 0 && (await isIdle(jobs)));
    expect(most).toBe(1);
  });

  it('loses no wake-up in a storm with two processes', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    const asked = new Map<number, number>();
    const answered = new Map<number, number>();
    const handler = ({ shard }: { shard: number }) => {
      answered.set(shard, asked.get(shard) ?? 0);
      return Promise.resolve();
    };
    await first.startWorker('turns.wake', handler, { concurrency: 4 });
    await second.startWorker('turns.wake', handler, { concurrency: 4 });
    for (let round = 1; round <= 60; round += 1) {
      const shard = round % 5;
      asked.set(shard, round);
      expect(await first.wake('turns.wake', { shard })).toBe(true);
    }
    await waitFor(() => [...asked].every(([shard, round]) => answered.get(shard) === round), {
      timeoutMs: 10_000,
    });
  });

  it('shares one job between delayed wake-ups of one slot and runs it when it is due', async () => {
    const jobs = await open();
    const startedAt = Date.now();
    await Promise.all([1, 2, 3].map(() => jobs.wake('turns.wake', { shard: 3 }, { delayMs: 400 })));
    const { delayed } = await jobs.counts('turns.wake');
    expect(delayed).toBeGreaterThanOrEqual(1);
    expect(delayed).toBeLessThanOrEqual(2);
    const ranAt: number[] = [];
    await jobs.startWorker('turns.wake', () => record(ranAt, Date.now()), { concurrency: 1 });
    await waitFor(() => ranAt.length > 0);
    expect((ranAt[0] ?? 0) - startedAt).toBeGreaterThanOrEqual(395);
  });

  it('tries a failed job again', async () => {
    const jobs = await open();
    const attempts: number[] = [];
    const handler = async (_payload: object, { attempt }: { attempt: number }) => {
      await record(attempts, attempt);
      if (attempt === 1) throw new Error('the first attempt fails');
    };
    await jobs.startWorker('turns.wake', handler, { concurrency: 1 });
    await jobs.wake('turns.wake', { shard: 9 });
    await waitFor(() => attempts.length === 2);
    expect(attempts).toEqual([1, 2]);
  });

  it('goes on with a replaced worker', async () => {
    const jobs = await open();
    const seen: unknown[] = [];
    await jobs.startWorker('profile.fetch', (payload) => record(seen, payload), { concurrency: 1 });
    await jobs.restartWorker('profile.fetch');
    await jobs.wake('profile.fetch', { contactId });
    await waitFor(() => seen.length === 1);
  });

  it('lets a running job finish before it closes', async () => {
    const jobs = await open();
    const gate = createGate();
    let finished = false;
    const handler = async () => {
      await gate.opened;
      finished = true;
    };
    await jobs.startWorker('delivery.wake', handler, { concurrency: 1 });
    await jobs.wake('delivery.wake', {});
    await waitFor(async () => (await jobs.counts('delivery.wake')).active === 1);
    const closing = jobs.close({ timeoutMs: 5_000 });
    gate.open();
    await closing;
    expect(finished).toBe(true);
    opened = [];
  });

  it('does not wait longer than told for a job that hangs', async () => {
    const jobs = await open();
    const gate = createGate();
    await jobs.startWorker('delivery.wake', () => gate.opened, { concurrency: 1 });
    await jobs.wake('delivery.wake', {});
    await waitFor(async () => (await jobs.counts('delivery.wake')).active === 1);
    const startedAt = Date.now();
    await jobs.close({ timeoutMs: 300 });
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    gate.open();
    opened = [];
  });

  it('is ready while its database answers', async () => {
    const jobs = await open();
    expect(await jobs.isReady()).toBe(true);
  });
});

function record<T>(list: T[], item: T): Promise<void> {
  list.push(item);
  return Promise.resolve();
}

async function isIdle(jobs: Jobs): Promise<boolean> {
  const { waiting, active, delayed } = await jobs.counts('turns.wake');
  return waiting + active + delayed === 0;
}

function createGate(): { opened: Promise<void>; open(): void } {
  let open = () => undefined as void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

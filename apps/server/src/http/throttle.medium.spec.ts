import { createDataSource, type DataSource } from '@instaflow/db';
import { AppError } from '@instaflow/platform';
import { createTestDatabase, type TestDatabase } from '@instaflow/testing';
import { Throttle } from './throttle';

let database: TestDatabase;
let sources: DataSource[];
const limit = { name: 'door', points: 5, seconds: 60 };
const outcomes = async (attempts: Promise<void>[]) => {
  const settled = await Promise.allSettled(attempts);
  return settled.map((attempt) => (attempt.status === 'fulfilled' ? 'counted' : attempt.reason));
};

beforeAll(async () => {
  database = await createTestDatabase();
  const open = () =>
    createDataSource({ url: database.url, role: 'engine', poolSize: 2, onError: () => undefined });
  sources = await Promise.all([open().initialize(), open().initialize()]);
});
afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await database.drop();
});

describe('a throttle', () => {
  it('has one limit for all processes, parallel attempts included', async () => {
    const throttles = sources.map((source) => new Throttle(source, limit));
    const results = await outcomes(
      Array.from({ length: 6 }).flatMap(() => throttles.map((throttle) => throttle.count('somebody'))),
    );
    expect(results.filter((result) => result === 'counted')).toHaveLength(5);
    const [refusal] = results.filter((result) => result instanceof AppError);
    expect(refusal).toMatchObject({ status: 429, retryAfterMs: expect.any(Number) });
    expect(refusal?.retryAfterMs).toBeGreaterThan(50_000);
  });

  it('counts each key and each door by itself', async () => {
    const [source] = sources;
    if (source === undefined) throw new Error('no database');
    const [front, back] = [new Throttle(source, limit), new Throttle(source, { ...limit, name: 'back' })];
    const many = await outcomes(Array.from({ length: 5 }, () => front.count('a')));
    const others = await outcomes([front.count('b'), back.count('a')]);
    expect([...many, ...others]).toEqual(Array.from({ length: 7 }, () => 'counted'));
  });

  it('forgives one attempt, and all when cleared, for every process', async () => {
    const [here, there] = sources.map((source) => new Throttle(source, limit));
    const spend = () => outcomes(Array.from({ length: 6 }, async () => there?.count('c')));
    const counted = async () => (await spend()).filter((result) => result === 'counted').length;
    expect(await counted()).toBe(5);
    await here?.forgive('c');
    await here?.forgive('c');
    expect(await counted()).toBe(1);
    await here?.clear('c');
    expect(await counted()).toBe(5);
  });

  it('keeps no address of anybody', async () => {
    const rows = await sources[0]?.query<{ key: string }[]>('SELECT key FROM login_throttle');
    expect(rows?.map(({ key }) => key)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^door:[0-9a-f]{64}$/)]),
    );
    expect(JSON.stringify(rows)).not.toContain('somebody');
  });
});

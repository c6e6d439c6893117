import { createDataSource, type Database } from '@instaflow/db';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { textEvents } from '../spec-support/webhook-events';

/** Index entries an automation may read; a walk over the index of 2,000 people is a hundred times as much. */
const entriesEach = 60;

describe('plans made while the tables were empty', () => {
  let harness: Harness;
  let session: Database;
  let account: SeededAccount;

  beforeAll(async () => {
    const test = await createTestDatabase();
    harness = await createHarness(test, new FakeClock(Date.now()));
    // One session does all the work and keeps the plans of its first statements.
    const onError = () => undefined;
    session = await createDataSource({ url: test.url, role: 'engine', poolSize: 1, onError }).initialize();
    account = await harness.seed({ settings: { debounceWindowMs: 0, cooldownMs: 0 } });
  });
  afterAll(async () => {
    await session.destroy();
    await harness.close();
  });

  const write = async (first: number, count: number): Promise<void> => {
    const intake = harness.newIntake(session);
    const people = Array.from({ length: count }, (_, index) => `8${first + index}`);
    const to = account.instagramUserId;
    await intake.accept(
      textEvents(
        people.map((from) => ({ mid: `steady-${from}`, from, text: 'hi', to })),
        harness.clock.now(),
      ),
    );
    await intake.close();
  };
  const answer = async (): Promise<void> => {
    const processor = harness.newProcessor({ dataSource: session });
    await harness.runAll(processor);
    await processor.close();
  };
  const entriesRead = async (): Promise<number> => {
    await session.query('SELECT pg_stat_force_next_flush()');
    await session.query('SELECT 1');
    // Not the order of due contacts: until it is vacuumed, the entries of those dealt with are read with the others.
    const [row] = await harness.query<{ read: number }>(
      `SELECT sum(idx_tup_read)::float8 AS read FROM pg_stat_user_indexes WHERE indexrelname <> 'contact_wake_due'`,
    );
    return row?.read ?? Number.NaN;
  };

  it('read as little for each person when there are thousands', async () => {
    for (let first = 0; first < 20; first += 1) await write(first, 1);
    await answer();
    for (let first = 100; first < 2_100; first += 200) await write(first, 200);
    await answer();
    const before = await entriesRead();
    await write(5_000, 16);
    const afterIntake = await entriesRead();
    await answer();
    const afterTurns = await entriesRead();
    expect((afterIntake - before) / 16).toBeLessThan(entriesEach);
    expect((afterTurns - afterIntake) / 16).toBeLessThan(entriesEach);
  });
});

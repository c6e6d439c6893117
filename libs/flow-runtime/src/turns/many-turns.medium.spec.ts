import { loadDueTurns } from '@instaflow/db';
import { decideTurn } from '@instaflow/flow-engine';
import { createTestDatabase, FakeClock, waitFor } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import { createReaders } from '../spec-support/create-readers';
import { intercept } from '../spec-support/intercept';
import { textEvents } from '../spec-support/webhook-events';
import { shardCount } from './shard-of-contact';

const immediate = { settings: { debounceWindowMs: 0, cooldownMs: 0 } };

describe('many turns', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  const { texts } = createReaders(() => harness);

  it('answers 1000 people', async () => {
    const account = await harness.seed(immediate);
    const events = textEvents(
      Array.from({ length: 1_000 }, (_, index) => ({
        mid: `many-${index}`,
        from: `3${index}`,
        text: 'hi',
        to: account.instagramUserId,
      })),
      harness.clock.now(),
    );
    const startedAt = performance.now();
    await harness.intake.accept(events);
    const takenAt = performance.now();
    await harness.runAll();
    const doneAt = performance.now();
    expect(await harness.query('SELECT 1 FROM outbound_message')).toHaveLength(1_000);
    const ms = (from: number, to: number) => (to - from).toFixed(0);
    process.stdout.write(
      `1000 people: intake ${ms(startedAt, takenAt)} ms, turns ${ms(takenAt, doneAt)} ms\n`,
    );
  });

  it('offers a shard to other processes once a second while it is behind, and takes it itself otherwise', async () => {
    const account = await harness.seed(immediate);
    // So many that the first look at any shard leaves some.
    const people = Array.from({ length: 640 }, (_, index) => `7${index}`);
    await harness.intake.accept(
      textEvents(
        people.map((from) => ({ mid: `offer-${from}`, from, text: 'hi', to: account.instagramUserId })),
        harness.clock.now(),
      ),
    );
    const taken: boolean[] = [];
    const processor = harness.newProcessor({
      decide: (input) => {
        if (taken.length < 3) taken.push(processor.takeHere(0), processor.takeHere(0));
        if (taken.length === 2) harness.clock.advance(1_000);
        return decideTurn(input);
      },
    });
    await harness.runAll(processor);
    taken.push(processor.takeHere(0));
    await processor.close();
    expect(taken).toEqual([false, true, false, true, true]);
  });

  it('answers whoever writes to a quiet account while a round with many people of another one is not over', async () => {
    const [flooded, quiet] = [await harness.seed(immediate), await harness.seed(immediate)];
    const people = Array.from({ length: 320 }, (_, index) => `8${index}`);
    await Promise.all(people.map((from) => harness.receive(flooded, from, 'hi')));
    let isHeldUp = false;
    const processor = harness.newProcessor({
      dataSource: intercept(harness.engine, async (sql, run) => {
        if (!isHeldUp && sql.includes('apply_turns')) {
          isHeldUp = true;
          await harness.receive(quiet, '9', 'hi');
          for (let shard = 0; shard < shardCount; shard += 1) processor.takeHere(shard);
          await waitFor(async () => (await texts(quiet)).length === 1);
          expect(await texts(flooded)).toEqual([]);
        }
        return run();
      }),
    });
    await harness.runAll(processor);
    await processor.close();
    expect([isHeldUp, (await texts(flooded)).length, await texts(quiet)]).toEqual([true, 320, ['Hello!']]);
  });

  it('takes 32 people of a flooded account at a time, and whoever wrote to another account with the first of them', async () => {
    const [flooded, quiet] = [await harness.seed(immediate), await harness.seed(immediate)];
    const write = (to: string, from: string) =>
      harness.intake.accept(
        textEvents([{ mid: `fair-${to}-${from}`, from, text: 'hi', to }], harness.clock.now()),
      );
    const people = Array.from({ length: 3_000 }, (_, index) => `4${index}`);
    await Promise.all(people.map((person) => write(flooded.instagramUserId, person)));
    harness.clock.advance(1_000);
    await write(quiet.instagramUserId, '5');
    harness.clock.advance(1_000);
    await write(flooded.instagramUserId, '6');
    const { turns, dues } = await loadDueTurns(harness.engine, {
      shards: Array.from({ length: shardCount }, (_, shard) => shard),
      limit: 100,
      exclude: [],
      now: harness.clock.now(),
    });
    const takenOf = (accountId: string) => turns.filter((turn) => turn.accountId === accountId).length;
    expect([takenOf(flooded.accountId), takenOf(quiet.accountId)]).toEqual([32, 1]);
    expect(dues.some(({ dueAt }) => dueAt <= harness.clock.now())).toBe(true);
  });
});

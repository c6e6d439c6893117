import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import { textEvents } from '../spec-support/webhook-events';

describe('many turns', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  it('answers 1000 people', async () => {
    const account = await harness.seed({ settings: { debounceWindowMs: 0, cooldownMs: 0 } });
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
});

import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import { createRetention } from './create-retention';

const dayMs = 86_400_000;

describe('retention', () => {
  let harness: Harness;
  const madeAt = Date.now();

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(madeAt));
    const account = await harness.seed({ settings: { debounceWindowMs: 0, cooldownMs: 0 } });
    for (const person of ['1', '2']) await harness.receive(account, person, 'hi');
    await harness.runAll();
  });
  afterAll(() => harness.close());

  const count = async (table: string) =>
    (await harness.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count;
  const retainAt = (days: number) => createRetention({ dataSource: harness.engine })(madeAt + days * dayMs);

  it('keeps traces for 90 days', async () => {
    await retainAt(89);
    expect(await count('contact_turn')).toBe(2);
  });

  it('then deletes them and what is finished of the outbox, never what was said', async () => {
    await harness.query(`UPDATE outbound_message SET status = 'sent', finished_at = now()
                         WHERE contact_id = (SELECT id FROM contact WHERE instagram_user_id = '1')`);
    await retainAt(91);
    expect([await count('contact_turn'), await count('outbound_message')]).toEqual([0, 1]);
    expect(await count('message_log')).toBe(4);
  });
});

import { createTestDatabase, FakeClock, waitFor } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';

const immediate = { settings: { debounceWindowMs: 0, cooldownMs: 0 } };

describe('people who leave', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  it('holds what a turn answers that began before the person said STOP, until the turn that has seen it', async () => {
    const account = await harness.seed(immediate);
    let said = 0;
    const processor = harness.newProcessor({
      fetchProfile: async ({ contactId }) => {
        said += 1;
        await harness.receive(account, '7001', 'stop');
        return { contactId, isFetched: false };
      },
    });
    await harness.receive(account, '7001', 'hi');
    const read = () =>
      harness.query<{ status: string; heldMs: number; isLeaving: boolean; hasLeft: boolean }>(
        `SELECT o.status, extract(epoch FROM o.not_before - $2::timestamptz) * 1000 AS "heldMs",
                c.leaving_until IS NOT NULL AS "isLeaving", c.opted_out_at IS NOT NULL AS "hasLeft"
         FROM outbound_message o JOIN contact c ON c.id = o.contact_id
         WHERE o.instagram_account_id = $1 ORDER BY o.id`,
        [account.accountId, new Date(harness.clock.now())],
      );
    await harness.runAll(processor);
    await waitFor(async () => (await read()).length > 0);
    await harness.runAll(processor);
    await waitFor(async () => (await read()).some(({ hasLeft }) => hasLeft));
    expect(said).toBe(1);
    const [answer] = await read();
    expect(answer).toMatchObject({ status: 'cancelled', isLeaving: false });
    expect(Number(answer?.heldMs)).toBe(30_000);
  });
});

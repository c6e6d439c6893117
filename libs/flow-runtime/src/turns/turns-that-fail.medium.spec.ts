import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import { atOnce, createReaders } from '../spec-support/create-readers';

describe('turns that fail', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  const { texts } = createReaders(() => harness);

  it('puts a contact off whose stored state cannot be read, answers the others, and gives up after ten failures', async () => {
    const account = await harness.seed({ settings: atOnce });
    await harness.receive(account, '110', 'hi');
    await harness.query(`UPDATE contact SET trigger_history = '{"x": "y"}' WHERE instagram_account_id = $1`, [
      account.accountId,
    ]);
    await harness.receive(account, '111', 'hi');
    await harness.runAll();
    expect(await texts(account)).toEqual(['Hello!']);
    for (let attempt = 2; attempt <= 10; attempt += 1) {
      harness.clock.advance(300_000);
      await harness.runAll();
    }
    expect(
      await harness.query(
        `SELECT status, reason FROM inbound_event WHERE instagram_account_id = $1 AND reason = 'internal_error'`,
        [account.accountId],
      ),
    ).toEqual([{ status: 'ignored', reason: 'internal_error' }]);
    expect(
      await harness.query('SELECT 1 FROM contact_wake WHERE instagram_account_id = $1', [account.accountId]),
    ).toEqual([]);
  });

  it('applies the others when the database refuses one contact of a batch', async () => {
    const account = await harness.seed({ settings: atOnce });
    for (const from of ['120', '121', '122']) await harness.receive(account, from, 'hi');
    await harness.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.contact_id = (SELECT id FROM contact WHERE instagram_user_id = '121') THEN RAISE 'refused'; END IF;
         RETURN NEW; END $$`,
    );
    await harness.query(
      'CREATE TRIGGER refuse BEFORE INSERT ON contact_turn FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    await harness.runAll();
    expect(await texts(account)).toHaveLength(2);
    await harness.query('DROP TRIGGER refuse ON contact_turn');
    harness.clock.advance(1_000);
    await harness.runAll();
    expect(await texts(account)).toHaveLength(3);
  });
});

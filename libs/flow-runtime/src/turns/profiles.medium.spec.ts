import { flow, followGate, message, onFollower, start } from '@instaflow/flow-model';
import { createTestDatabase, FakeClock, waitFor } from '@instaflow/testing';
import { createMetrics } from '@instaflow/platform';
import { createEffectRunner } from '../effects/create-effect-runner';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { commentEvents } from '../spec-support/webhook-events';

describe('what Instagram says of a person', () => {
  let harness: Harness;
  const atOnce = { debounceWindowMs: 0, cooldownMs: 0 };

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  const texts = async (account: SeededAccount): Promise<string[]> => {
    const rows = await harness.query<{ text: string }>(
      `SELECT payload->'message'->>'text' AS text FROM outbound_message WHERE instagram_account_id = $1 ORDER BY id`,
      [account.accountId],
    );
    return rows.map(({ text }) => text);
  };

  it('asks again for a profile that was refused: at the first message of who had only commented, else later', async () => {
    const account = await harness.seed({
      settings: atOnce,
      definition: flow(start(), message('Hello {{contact.firstName}}')),
    });
    await harness.query(
      `INSERT INTO flow_trigger (id, workspace_id, instagram_account_id, flow_id, type, keyword)
       VALUES (gen_random_uuid(), $1, $2, $3, 'comment_keyword', 'hi')`,
      [account.workspaceId, account.accountId, account.flowId],
    );
    const asked: string[] = [];
    let name: string | null = null;
    const processor = harness.newProcessor({
      fetchProfile: async ({ contactId, recipientId }) => {
        asked.push(recipientId);
        if (name === null) return { contactId, isFetched: false };
        const rest = { username: 'bo', lastName: null, profilePictureUrl: null, isFollower: null };
        return { contactId, isFetched: true, firstName: name, ...rest };
      },
    });
    const comment = { account: account.instagramUserId, from: '131', text: 'hi' };
    const retries = () => harness.wakes.filter(({ name: job }) => job === 'profile.fetch').length;
    const take = async (): Promise<void> => {
      await harness.runAll(processor);
      await waitFor(async () => {
        await harness.runAll(processor);
        const open = `SELECT 1 FROM inbound_event WHERE instagram_account_id = $1 AND status = 'received'`;
        return (await harness.query(open, [account.accountId])).length === 0;
      });
    };
    harness.wakes.length = 0;
    for (const id of ['c-1', 'c-2']) {
      await harness.intake.accept(commentEvents([{ ...comment, id }], harness.clock.now()));
      await take();
    }
    expect(asked).toEqual(['131']);
    await harness.receive(account, '131', 'hi');
    await take();
    expect(asked).toEqual(['131', '131']);
    expect(retries()).toBe(0);
    await harness.receive(account, '131', 'hi');
    await take();
    await harness.receive(account, '131', 'hi');
    await take();
    expect(retries()).toBe(1);
    harness.clock.advance(10 * 60_000);
    await harness.receive(account, '131', 'hi');
    await take();
    expect(retries()).toBe(2);
    expect(asked).toHaveLength(2);

    name = 'Bo';
    await harness.intake.accept(commentEvents([{ ...comment, id: 'c-3', from: '132' }], harness.clock.now()));
    await take();
    await harness.receive(account, '132', 'hi');
    await take();
    expect(asked).toEqual(['131', '131', '132']);
    expect((await texts(account)).at(-1)).toBe('Hello Bo');
    await processor.close();
  });

  describe('at a follow gate', () => {
    const gate = flow(
      start(),
      followGate({ to: [onFollower('yes', 'Y'), onFollower('no', 'N'), onFollower('unknown', 'U')] }),
      message('Y', { id: 'Y', end: true }),
      message('N', { id: 'N', end: true }),
      message('U', { id: 'U', end: true }),
    );
    const readWith = async (readFollowState?: () => Promise<{ isFollower: boolean | null } | null>) => {
      const { engine: dataSource, jobs, clock, logger } = harness;
      const metrics = createMetrics();
      const runner = createEffectRunner({ dataSource, jobs, clock, logger, metrics, readFollowState });
      await runner.run();
      await runner.idle();
      await runner.stop();
      await harness.runAll();
    };

    it('is asked for anew each time, and counts as known before where nobody answers', async () => {
      const account = await harness.seed({ settings: atOnce, definition: gate });
      const answers = [
        () => Promise.resolve({ isFollower: false }),
        () => Promise.resolve({ isFollower: true }),
        () => Promise.resolve(null),
        () => Promise.reject(new Error('away')),
        undefined,
      ];
      for (const answer of answers) {
        await harness.receive(account, '140', 'hi');
        await harness.runAll();
        await readWith(answer);
      }
      expect(await texts(account)).toEqual(['N', 'Y', 'U', 'U', 'U']);
      const effects = await harness.query(
        'SELECT kind, status, reason FROM flow_effect WHERE instagram_account_id = $1 ORDER BY created_at, key',
        [account.accountId],
      );
      expect(effects.map((row) => Object.values(row as object).join(' '))).toEqual([
        'read_follow_state done ',
        'read_follow_state done ',
        ...Array.from({ length: 3 }, () => 'read_follow_state failed profile_unavailable'),
      ]);
    });

    it('is not asked for twice by the turn that fetched the profile', async () => {
      const account = await harness.seed({ settings: atOnce, definition: gate });
      const processor = harness.newProcessor({
        fetchProfile: async ({ contactId }) => {
          const rest = { username: 'cy', firstName: 'Cy', lastName: null, profilePictureUrl: null };
          return { contactId, isFetched: true, isFollower: true, ...rest };
        },
      });
      await harness.receive(account, '141', 'hi');
      await harness.runAll(processor);
      await processor.close();
      expect(await texts(account)).toEqual(['Y']);
    });
  });
});

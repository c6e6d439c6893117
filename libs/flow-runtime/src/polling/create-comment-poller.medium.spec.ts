import type { GraphComment, GraphFailure } from '@instaflow/instagram';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { commentEvents } from '../spec-support/webhook-events';
import { createCommentPoller } from './create-comment-poller';

const minute = 60_000;
const throttled: GraphFailure = {
  ok: false,
  outcome: 'throttled',
  code: 'rate_limited',
  sentence: 'Too many calls.',
  scope: 'account',
  retryAfterMs: 25 * minute,
  retries: 0,
  graphCode: 4,
  graphSubcode: null,
  traceId: null,
  httpStatus: 400,
  usage: { percent: 100, regainAccessMs: 0 },
};

/** Posts of an account with their comments, newest first. */
const createPosts = () => {
  const posts = new Map<string, { createdAt: number; comments: GraphComment[] }>();
  const state = { percent: 0, isThrottled: false, lists: 0, read: [] as string[] };
  const usage = () => ({ percent: state.percent, regainAccessMs: 0 });
  return {
    state,
    publish: (mediaId: string, createdAt: number) => void posts.set(mediaId, { createdAt, comments: [] }),
    comment: (mediaId: string, commentId: string, createdAt: number, fromId = '700') =>
      void posts.get(mediaId)?.comments.unshift({
        commentId,
        text: 'hi',
        createdAt,
        fromId,
        username: `person_${fromId}`,
        parentId: null,
        likeCount: 0,
        isHidden: false,
        replies: [],
      }),
    graph: {
      listMedia: () => {
        state.lists += 1;
        if (state.isThrottled) return Promise.resolve(throttled);
        const items = [...posts]
          .toSorted(([, a], [, b]) => b.createdAt - a.createdAt)
          .map(([mediaId, { createdAt, comments }]) => ({
            mediaId,
            caption: null,
            mediaType: 'IMAGE',
            productType: 'FEED',
            mediaUrl: null,
            thumbnailUrl: null,
            permalink: null,
            createdAt,
            commentCount: comments.length,
            likeCount: null,
            isCommentEnabled: true,
            children: [],
          }));
        return Promise.resolve({ ok: true as const, usage: usage(), items, nextCursor: null });
      },
      listComments: ({ mediaId }: { mediaId: string }) => {
        state.read.push(mediaId);
        const items = posts.get(mediaId)?.comments ?? [];
        return Promise.resolve({ ok: true as const, usage: usage(), items: [...items], nextCursor: null });
      },
    },
  };
};

describe('polling comments', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterEach(() => harness.query(`UPDATE instagram_account SET settings = '{}'`));
  afterAll(() => harness.close());

  const setUp = async ({ isOn = true } = {}) => {
    const settings = { debounceWindowMs: 0, cooldownMs: 0, commentPolling: isOn };
    const account = await harness.seed({ settings });
    await harness.query(`UPDATE flow_trigger SET type = 'comment_keyword' WHERE id = $1`, [
      account.triggerId,
    ]);
    const instagram = createPosts();
    const poller = createCommentPoller({
      dataSource: harness.engine,
      graph: instagram.graph,
      openToken: () => 'token',
      intake: harness.intake,
      clock: harness.clock,
      logger: harness.logger,
      pause: () => Promise.resolve(),
    });
    instagram.publish('old', harness.clock.now() - 3_600_000);
    return { account, instagram, poller };
  };
  const rowOf = async ({ accountId }: SeededAccount) =>
    (
      await harness.query<{ dueAt: Date; interval: number; reason: string | null }>(
        `SELECT due_at AS "dueAt", interval_ms AS interval, reason FROM comment_poll WHERE instagram_account_id = $1`,
        [accountId],
      )
    )[0];
  const eventsOf = ({ accountId }: SeededAccount) =>
    harness.query<{ status: string; reason: string | null }>(
      `SELECT status, reason FROM inbound_event WHERE instagram_account_id = $1 AND kind = 'comment' ORDER BY dedupe_key`,
      [accountId],
    );
  const waitingMinutes = async (account: SeededAccount) =>
    (((await rowOf(account))?.dueAt.getTime() ?? 0) - harness.clock.now()) / minute;

  it('asks nothing of accounts that did not turn it on, and stops when it is turned off', async () => {
    const { account, instagram, poller } = await setUp({ isOn: false });
    await poller.run();
    expect([instagram.state.lists, await rowOf(account)]).toEqual([0, undefined]);
    const set = (isOn: boolean) =>
      harness.query(`UPDATE instagram_account SET settings = settings || $2 WHERE id = $1`, [
        account.accountId,
        JSON.stringify({ commentPolling: isOn }),
      ]);
    await set(true);
    await poller.run();
    expect(instagram.state.lists).toBe(1);
    await set(false);
    harness.clock.advance(60 * minute);
    await poller.run();
    expect([instagram.state.lists, await rowOf(account)]).toEqual([1, undefined]);
  });

  it('takes in a comment once, whether a webhook or a poll brings it, and it is answered', async () => {
    const { account, instagram, poller } = await setUp();
    instagram.comment('old', 'before', harness.clock.now() - 10 * minute);
    await poller.run();
    expect(await eventsOf(account)).toEqual([]);
    harness.clock.advance(8 * minute);
    instagram.comment('old', 'new-1', harness.clock.now() - 7 * minute);
    instagram.comment('old', 'hooked', harness.clock.now() - minute, '701');
    const hooked = { account: account.instagramUserId, id: 'hooked', from: '701', text: 'hi' };
    await harness.intake.accept(commentEvents([hooked], harness.clock.now()));
    await poller.run();
    expect(await eventsOf(account)).toEqual([
      { status: 'received', reason: null },
      { status: 'received', reason: null },
    ]);
    await harness.runAll();
    const sent = await harness.query('SELECT 1 FROM outbound_message WHERE instagram_account_id = $1', [
      account.accountId,
    ]);
    expect(sent).toHaveLength(2);
    harness.clock.advance(5 * minute);
    await poller.run();
    expect(await eventsOf(account)).toHaveLength(2);
  });

  it('reads only posts whose number of comments changed, and all of them once an hour', async () => {
    const { account, instagram, poller } = await setUp();
    instagram.publish('quiet', harness.clock.now() - 7_200_000);
    instagram.publish('empty', harness.clock.now() - 7_200_001);
    instagram.comment('quiet', 'q1', harness.clock.now() - 30 * minute);
    instagram.comment('old', 'o1', harness.clock.now() - 30 * minute);
    await poller.run();
    expect(instagram.state.read.splice(0)).toEqual(['old', 'quiet']);
    harness.clock.advance(8 * minute);
    instagram.comment('old', 'o2', harness.clock.now());
    await poller.run();
    expect(instagram.state.read.splice(0)).toEqual(['old']);
    harness.clock.advance(60 * minute);
    await poller.run();
    expect(instagram.state.read.splice(0)).toEqual(['old', 'quiet']);
    expect(await eventsOf(account)).toHaveLength(1);
  });

  it('leaves out posts that are neither new nor young', async () => {
    const { instagram, poller } = await setUp();
    const day = 24 * 60 * minute;
    for (let index = 0; index < 15; index += 1) {
      const mediaId = `aged-${index}`;
      instagram.publish(mediaId, harness.clock.now() - (5 + index) * day);
      instagram.comment(mediaId, `c-${index}`, harness.clock.now());
    }
    await poller.run();
    expect(instagram.state.read).toEqual(Array.from({ length: 9 }, (_, index) => `aged-${index}`));
  });

  it('comes sooner where comments come and later where none do', async () => {
    const { account, instagram, poller } = await setUp();
    const seen: number[] = [];
    for (let poll = 0; poll < 4; poll += 1) {
      await poller.run();
      seen.push(await waitingMinutes(account));
      harness.clock.advance(15 * minute);
    }
    expect(seen).toEqual([7.5, 11.25, 15, 15]);
    instagram.comment('old', 'wake', harness.clock.now());
    await poller.run();
    expect(await waitingMinutes(account)).toBe(5);
  });

  it('stays within what Instagram allows, and misses nothing by it', async () => {
    const { account, instagram, poller } = await setUp();
    await poller.run();
    harness.clock.advance(8 * minute);
    instagram.publish('second', harness.clock.now() - 2 * 3_600_000);
    instagram.comment('old', 'b1', harness.clock.now());
    instagram.comment('second', 'b2', harness.clock.now());
    instagram.state.isThrottled = true;
    await poller.run();
    expect([await waitingMinutes(account), (await rowOf(account))?.reason]).toEqual([25, 'rate_limited']);
    instagram.state.isThrottled = false;
    instagram.state.percent = 80;
    harness.clock.advance(25 * minute);
    await poller.run();
    expect([instagram.state.read, await waitingMinutes(account)]).toEqual([[], 15]);
    expect((await rowOf(account))?.reason).toBe('allowance');
    instagram.state.percent = 0;
    harness.clock.advance(15 * minute);
    await poller.run();
    expect(await eventsOf(account)).toEqual([
      { status: 'ignored', reason: 'stale' },
      { status: 'ignored', reason: 'stale' },
    ]);
  });

  it('is not taken for a webhook, and knows the account itself', async () => {
    const { account, instagram, poller } = await setUp();
    await poller.run();
    harness.clock.advance(8 * minute);
    instagram.comment('old', 'mine', harness.clock.now(), account.instagramUserId);
    await poller.run();
    expect(await eventsOf(account)).toEqual([{ status: 'ignored', reason: 'own' }]);
    const [pacing] = await harness.query<{ at: Date | null }>(
      'SELECT last_webhook_at AS at FROM account_pacing WHERE instagram_account_id = $1',
      [account.accountId],
    );
    expect(pacing?.at ?? null).toBeNull();
  });
});

import { cancelMissedEvents, findMissedEvents, requestMissedEvents } from '@instaflow/db';
import type { GraphComment, GraphFailure } from '@instaflow/instagram';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { createRecovery } from './create-recovery';

const minute = 60_000;
const usage = { percent: 0, regainAccessMs: 0 };
const throttled: GraphFailure = {
  ok: false,
  outcome: 'throttled',
  code: 'rate_limited',
  sentence: 'Too many calls.',
  scope: 'account',
  retryAfterMs: 90_000,
  retries: 0,
  graphCode: 4,
  graphSubcode: null,
  traceId: null,
  httpStatus: 400,
  usage,
};
type Message = { mid: string; createdAt: number; fromId: string; toIds: string[]; text: string };

/** Instagram with these conversations by person and comments below one post, newest first, page by page. */
const createInstagram = (account: SeededAccount) => {
  const conversations = new Map<string, Message[]>();
  const comments: GraphComment[] = [];
  const state = { isThrottled: false, calls: 0, pausedMs: 0 };
  const answer = <Data extends object>(data: Data) => {
    state.calls += 1;
    return Promise.resolve(state.isThrottled ? throttled : { ok: true as const, usage, ...data });
  };
  const page = <Item>(
    all: Item[],
    { after, limit = 50 }: { after?: string | null | undefined; limit?: number },
  ) => {
    const start = Number(after ?? 0);
    const end = start + limit;
    return { items: all.slice(start, end), nextCursor: end < all.length ? String(end) : null };
  };
  const post = {
    mediaId: 'post-1',
    caption: null,
    mediaType: 'IMAGE',
    productType: 'FEED',
    mediaUrl: null,
    thumbnailUrl: null,
    permalink: null,
    createdAt: null,
    commentCount: null,
    likeCount: null,
    isCommentEnabled: true,
    children: [],
  };
  return {
    state,
    comments,
    write: (from: string, mid: string, at: number, { text = 'hi', isOwn = false } = {}) => {
      const [fromId, toId] = isOwn ? [account.instagramUserId, from] : [from, account.instagramUserId];
      const message = { mid, createdAt: at, fromId, toIds: [toId], text };
      conversations.set(from, [message, ...(conversations.get(from) ?? [])]);
    },
    graph: {
      listConversations: (request: { after?: string | null | undefined; limit?: number }) => {
        const all = [...conversations]
          .map(([id, [newest]]) => ({ id, updatedAt: newest?.createdAt ?? 0 }))
          .toSorted((a, b) => b.updatedAt - a.updatedAt);
        return answer(page(all, request));
      },
      getConversationMessages: ({ conversationId }: { conversationId: string }) => {
        const newest = (conversations.get(conversationId) ?? []).slice(0, 20);
        return answer({ messages: newest.map((message) => ({ ...message, isUnsupported: false })) });
      },
      listMedia: () => answer({ items: [post], nextCursor: null }),
      listComments: (request: { after?: string | null | undefined; limit?: number }) =>
        answer(page(comments, request)),
    },
  };
};

describe('recovery of missed events', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  const setUp = async (
    quietForMs: number,
    onPause: (accountId: string) => Promise<void> = async () => {},
  ) => {
    const account = await harness.seed({ settings: { debounceWindowMs: 0, cooldownMs: 0 } });
    await harness.query(
      'INSERT INTO account_pacing (instagram_account_id, workspace_id, last_webhook_at) VALUES ($1, $2, $3)',
      [account.accountId, account.workspaceId, new Date(harness.clock.now() - quietForMs)],
    );
    const instagram = createInstagram(account);
    const recovery = createRecovery({
      dataSource: harness.engine,
      graph: instagram.graph,
      openToken: () => 'token',
      intake: harness.intake,
      clock: harness.clock,
      logger: harness.logger,
      pause: (ms) => {
        instagram.state.pausedMs += ms;
        return onPause(account.accountId);
      },
    });
    return { account, instagram, recovery };
  };
  const stateOf = async ({ accountId }: SeededAccount) =>
    (
      await harness.query<{ state: string; reason: string | null; webhook: Date }>(
        `SELECT m.state, m.reason, p.last_webhook_at AS webhook FROM missed_events m
         JOIN account_pacing p USING (instagram_account_id) WHERE instagram_account_id = $1`,
        [accountId],
      )
    )[0];
  const eventsOf = ({ accountId }: SeededAccount) =>
    harness.query<{ kind: string; status: string; reason: string | null }>(
      'SELECT kind, status, reason FROM inbound_event WHERE instagram_account_id = $1 ORDER BY platform_at, dedupe_key',
      [accountId],
    );

  it('takes in what was missed once, answers what is fresh, and shows what is stale as late', async () => {
    const { account, instagram, recovery } = await setUp(60 * minute);
    const now = harness.clock.now();
    instagram.write('1', 'before', now - 90 * minute);
    instagram.write('1', 'stale', now - 30 * minute);
    instagram.write('2', 'fresh', now - 5 * minute);
    await recovery.request(account.accountId);
    await recovery.run();
    await recovery.request(account.accountId);
    await recovery.run();
    await harness.runAll();
    expect(await eventsOf(account)).toEqual([
      { kind: 'text', status: 'ignored', reason: 'stale' },
      { kind: 'text', status: 'consumed', reason: expect.any(String) },
    ]);
    const log = await harness.query<{ mid: string; late: boolean }>(
      `SELECT mid, (content->>'isLate')::boolean AS late FROM message_log
       WHERE instagram_account_id = $1 AND direction = 'inbound' ORDER BY "timestamp"`,
      [account.accountId],
    );
    expect(log).toEqual([
      { mid: 'stale', late: true },
      { mid: 'fresh', late: true },
    ]);
    const sent = await harness.query('SELECT 1 FROM outbound_message WHERE instagram_account_id = $1', [
      account.accountId,
    ]);
    expect(sent).toHaveLength(1);
  });

  it('does not take what it reads for a webhook', async () => {
    const { account, instagram, recovery } = await setUp(60 * minute);
    const quietSince = harness.clock.now() - 60 * minute;
    instagram.write('1', 'm1', harness.clock.now() - 5 * minute);
    await recovery.request(account.accountId);
    await recovery.run();
    expect(await stateOf(account)).toEqual({ state: 'done', reason: null, webhook: new Date(quietSince) });
  });

  it('reads comments with the answers below them, and nothing of the account itself as a question', async () => {
    const { account, instagram, recovery } = await setUp(60 * minute);
    const at = harness.clock.now() - 20 * minute;
    const comment = (commentId: string, fromId: string, replies: GraphComment[] = []): GraphComment => ({
      commentId,
      text: 'hi',
      createdAt: at,
      fromId,
      username: 'someone',
      parentId: null,
      likeCount: 0,
      isHidden: false,
      replies,
    });
    instagram.comments.push(comment('c1', '7', [comment('c2', '8'), comment('c3', account.instagramUserId)]));
    await recovery.request(account.accountId);
    await recovery.run();
    expect((await eventsOf(account)).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['comment', 'stale'],
      ['comment', 'stale'],
      ['comment', 'own'],
    ]);
  });

  it('waits when Instagram is asked too often, and goes on after that', async () => {
    const { account, instagram, recovery } = await setUp(60 * minute);
    instagram.write('1', 'w1', harness.clock.now() - 30 * minute);
    instagram.state.isThrottled = true;
    await recovery.request(account.accountId);
    await recovery.run();
    expect(await stateOf(account)).toMatchObject({ state: 'waiting', reason: 'rate_limited' });
    instagram.state.isThrottled = false;
    await recovery.run();
    expect(await eventsOf(account)).toEqual([]);
    harness.clock.advance(90_000);
    await recovery.run();
    expect(await eventsOf(account)).toHaveLength(1);
  });

  it('tells how far it is, and stops when it is cancelled with what it has', async () => {
    const cancelAfter = { pauses: 4 };
    const { account, instagram, recovery } = await setUp(60 * minute, async (accountId) => {
      cancelAfter.pauses -= 1;
      if (cancelAfter.pauses === 0) {
        const underWay = await findMissedEvents(harness.engine, accountId);
        expect(underWay).toMatchObject({ state: 'running', eventsRead: 2, finishedAt: null });
        await cancelMissedEvents(harness.engine, { accountId, now: harness.clock.now() });
      }
    });
    for (let person = 0; person < 9; person += 1) {
      instagram.write(`7${person}`, `cancel-${person}`, harness.clock.now() - 30 * minute);
    }
    await recovery.request(account.accountId);
    await recovery.run();
    expect(await eventsOf(account)).toHaveLength(3);
    const ended = await findMissedEvents(harness.engine, account.accountId);
    expect(ended).toMatchObject({ state: 'cancelled', eventsFound: 3, finishedAt: expect.any(Date) });
    await recovery.run();
    expect(await eventsOf(account)).toHaveLength(3);
    harness.clock.advance(minute);
    await recovery.request(account.accountId);
    await recovery.run();
    const again = await findMissedEvents(harness.engine, account.accountId);
    expect(again).toMatchObject({ state: 'done', eventsRead: 9, eventsFound: 6 });
  });

  it('is taken up by another process soon after one died', async () => {
    const { account, instagram, recovery } = await setUp(60 * minute);
    instagram.write('1', 'orphan', harness.clock.now() - 30 * minute);
    await recovery.request(account.accountId);
    await harness.query(
      `UPDATE missed_events SET state = 'running', due_at = $2, started_at = now() WHERE instagram_account_id = $1`,
      [account.accountId, new Date(harness.clock.now() + 3 * minute)],
    );
    await recovery.run();
    expect(await eventsOf(account)).toEqual([]);
    harness.clock.advance(3 * minute);
    await recovery.run();
    expect(await eventsOf(account)).toHaveLength(1);
  });

  it('asks for itself after an outage, and only then', async () => {
    const { account, instagram, recovery } = await setUp(60 * minute);
    instagram.write('1', 'outage', harness.clock.now() - 30 * minute);
    harness.clock.advance(9 * minute);
    await recovery.run();
    expect(await eventsOf(account)).toEqual([]);
    harness.clock.advance(11 * minute);
    await recovery.run();
    expect(await eventsOf(account)).toHaveLength(1);
  });

  it('looks back as far as it is told, also at an account no webhook ever came for', async () => {
    const { account, instagram, recovery } = await setUp(0);
    const now = harness.clock.now();
    instagram.write('1', 'lost', now - 5 * 60 * minute);
    const ask = (lookBackMs: number | null) =>
      requestMissedEvents(harness.engine, { accountId: account.accountId, lookBackMs, quietMs: 0, now });
    await ask(null);
    await recovery.run();
    expect(await eventsOf(account)).toEqual([]);
    await harness.query('DELETE FROM account_pacing WHERE instagram_account_id = $1', [account.accountId]);
    expect(await ask(null)).toBe(0);
    expect(await ask(24 * 60 * minute)).toBe(1);
    await recovery.run();
    expect(await eventsOf(account)).toHaveLength(1);
  });

  it('reads 5,000 missed messages within the calls Instagram allows', async () => {
    const { account, instagram, recovery } = await setUp(60 * minute);
    const at = harness.clock.now() - 30 * minute;
    for (let person = 0; person < 250; person += 1) {
      for (let index = 0; index < 20; index += 1) {
        instagram.write(`9${person}`, `bulk-${person}-${index}`, at + index);
      }
    }
    await recovery.request(account.accountId);
    await recovery.run();
    expect(await eventsOf(account)).toHaveLength(5_000);
    expect(instagram.state.calls).toBeLessThan(270);
    expect(instagram.state.pausedMs).toBeLessThan(131_000);
  });
});

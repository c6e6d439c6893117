import { flow, message, start } from '@instaflow/flow-model';
import { createTestDatabase, FakeClock } from '@instaflow/testing';
import { createHarness, type Harness } from '../spec-support/create-harness';
import type { SeededAccount } from '../spec-support/seed-account';
import { commentEvents, eventsOf } from '../spec-support/webhook-events';

describe('the effect of each kind of event', () => {
  let harness: Harness;
  const settings = { debounceWindowMs: 0, cooldownMs: 0 };

  beforeAll(async () => {
    harness = await createHarness(await createTestDatabase(), new FakeClock(Date.now()));
  });
  afterAll(() => harness.close());

  /** Something happens between a person and the account; `isOwn`: the account did it. */
  const happens = async (
    account: SeededAccount,
    what: object,
    { from = '1', isOwn = false, isStandby = false } = {},
  ): Promise<void> => {
    harness.clock.advance(1_000);
    const [person, shop] = [{ id: from }, { id: account.instagramUserId }];
    const messaging = {
      sender: isOwn ? shop : person,
      recipient: isOwn ? person : shop,
      timestamp: harness.clock.now(),
      ...what,
    };
    const events = eventsOf([{ account: account.instagramUserId, messaging }], harness.clock.now());
    await harness.intake.accept(events.map((event) => ({ ...event, isStandby })));
    await harness.runAll();
  };
  const rows = <Row>(sql: string, { accountId }: SeededAccount) => harness.query<Row>(sql, [accountId]);
  const log = (account: SeededAccount) =>
    rows<{ mid: string; direction: string; type: string; content: Record<string, unknown> }>(
      'SELECT mid, direction, type, content FROM message_log WHERE instagram_account_id = $1 ORDER BY "timestamp"',
      account,
    );
  const events = (account: SeededAccount) =>
    rows<{ kind: string; status: string; reason: string | null }>(
      'SELECT kind, status, reason FROM inbound_event WHERE instagram_account_id = $1 ORDER BY platform_at, id',
      account,
    );
  const sent = async (account: SeededAccount) =>
    (
      await rows<{ text: string }>(
        `SELECT payload->'message'->>'text' AS text FROM outbound_message WHERE instagram_account_id = $1 ORDER BY seq`,
        account,
      )
    ).map(({ text }) => text);
  const preview = async (account: SeededAccount) =>
    (
      await rows<{ preview: string }>(
        'SELECT last_message_preview AS preview FROM conversation WHERE instagram_account_id = $1',
        account,
      )
    )[0]?.preview;
  const listen = (account: SeededAccount, changes: Record<string, unknown>) =>
    harness.query(
      `UPDATE flow_trigger SET ${Object.keys(changes)
        .map((column, index) => `${column} = $${index + 2}`)
        .join(', ')} WHERE id = $1`,
      [account.triggerId, ...Object.values(changes)],
    );

  it('an edit changes the text, an older one told later does not, and the edit stays as an event', async () => {
    const account = await harness.seed({ settings });
    await happens(account, { message: { mid: 'e1', text: 'helo' } });
    const olderAt = harness.clock.now() + 500;
    await happens(account, { message_edit: { mid: 'e1', text: 'hello!', num_edit: 2 } });
    await happens(account, {
      message_edit: { mid: 'e1', text: 'hello', num_edit: 1 },
      timestamp: olderAt,
    });
    expect((await log(account))[0]?.content).toMatchObject({ text: 'hello!', isEdited: true });
    expect(await preview(account)).toBe('hello!');
    expect((await events(account)).filter(({ kind }) => kind === 'edit')).toEqual([
      { kind: 'edit', status: 'consumed', reason: 'recorded' },
      { kind: 'edit', status: 'consumed', reason: 'recorded' },
    ]);
  });

  it('a deletion leaves nothing of the message or its edits, whatever is told of it later', async () => {
    const account = await harness.seed({ settings });
    await happens(account, { message: { mid: 'd1', text: 'my secret' } });
    await happens(account, { message_edit: { mid: 'd1', text: 'my other secret', num_edit: 1 } });
    await happens(account, { message: { mid: 'd1', is_deleted: true } });
    const late = { message_edit: { mid: 'd1', text: 'late words', num_edit: 2 } };
    await happens(account, late);
    expect(await log(account)).toMatchObject([{ type: 'deleted', content: {} }]);
    expect(await preview(account)).toBe('Deleted message');
    const kept = await rows('SELECT raw, event FROM inbound_event WHERE instagram_account_id = $1', account);
    expect(JSON.stringify(kept)).not.toContain('secret');
  });

  it('what the account itself edits, takes back and reacts to is noted without an answer', async () => {
    const account = await harness.seed({ settings });
    await happens(account, { message: { mid: 'o1', text: 'question' } });
    await happens(account, { message: { mid: 'o2', text: 'answer', is_echo: true } }, { isOwn: true });
    await happens(account, { reaction: { mid: 'o1', action: 'react', emoji: '👍' } }, { isOwn: true });
    await happens(account, { reaction: { mid: 'o1', action: 'react', emoji: '🔥' } });
    expect((await log(account))[0]?.content).toMatchObject({ ownReaction: '👍', reaction: '🔥' });
    await happens(account, { reaction: { mid: 'o1', action: 'unreact' } });
    expect((await log(account))[0]?.content).not.toHaveProperty('reaction');
    await happens(account, { message: { mid: 'o2', is_deleted: true, is_echo: true } }, { isOwn: true });
    expect((await log(account))[1]).toMatchObject({ direction: 'outbound', type: 'deleted', content: {} });
  });

  it('a share keeps its title, what cannot be shown a readable line, and neither is lost', async () => {
    const account = await harness.seed({ settings });
    const payload = { url: 'https://instagram.com/reel/x', title: 'Our shop', reel_video_id: '9' };
    await happens(account, { message: { mid: 's1', attachments: [{ type: 'ig_reel', payload }] } });
    await happens(account, { message: { mid: 's2', is_unsupported: true } });
    expect(await log(account)).toMatchObject([
      { type: 'share', content: { title: 'Our shop', mediaUrl: payload.url } },
      { type: 'unsupported' },
    ]);
    expect(await preview(account)).toBe('Unsupported message');
    expect((await events(account))[1]).toEqual({
      kind: 'unsupported',
      status: 'unhandled',
      reason: 'unsupported',
    });
  });

  it('a thread of another app and the account with itself are recorded with the reason, never answered', async () => {
    const account = await harness.seed({ settings });
    await happens(account, { message: { mid: 't1', text: 'hi' } }, { isStandby: true });
    await happens(account, { message: { mid: 't2', text: 'hi', is_self: true } }, { from: '2' });
    expect((await events(account)).map(({ status, reason }) => [status, reason])).toEqual([
      ['ignored', 'standby'],
      ['ignored', 'self'],
    ]);
    expect(await log(account)).toHaveLength(2);
    expect(await sent(account)).toEqual([]);
  });

  it('a referral starts its flow, also beside a first message, and is kept on the contact', async () => {
    const definition = flow(start(), message('From {{flow.referral.ref}}'));
    const account = await harness.seed({ settings, definition });
    await listen(account, { type: 'ref_link', keyword: 'summer,winter' });
    await happens(account, { referral: { ref: 'summer', source: 'SHORTLINK', type: 'OPEN_THREAD' } });
    const referral = { ref: 'winter', source: 'SHORTLINK', type: 'OPEN_THREAD' };
    await happens(account, { message: { mid: 'r2', text: 'hello', referral } });
    expect(await sent(account)).toEqual(['From summer', 'From winter']);
    const [contact] = await rows<{ referral: object }>(
      'SELECT referral FROM contact WHERE instagram_account_id = $1',
      account,
    );
    expect(contact?.referral).toMatchObject({ ref: 'winter', at: harness.clock.now() });
  });

  it.each([
    ['story_reply', { mid: 'y1', text: 'wow', reply_to: { story: { id: '7', url: 'https://cdn/7' } } }],
    [
      'story_mention',
      { mid: 'y2', attachments: [{ type: 'story_mention', payload: { url: 'https://cdn/7' } }] },
    ],
  ])('a %s starts its flow with the story at hand', async (type, wire) => {
    const definition = flow(start(), message('Seen at {{flow.story.url}}'));
    const account = await harness.seed({ settings, definition });
    await listen(account, { type, keyword: null });
    await happens(account, { message: wire });
    expect(await sent(account)).toEqual(['Seen at https://cdn/7']);
    expect((await log(account))[0]?.type).toBe(type);
  });

  it('a comment is answered once per person and post when the trigger says so', async () => {
    const account = await harness.seed({ settings });
    await listen(account, { type: 'comment_keyword', once_per_post: true });
    const comment = async (id: string, from: string) => {
      harness.clock.advance(1_000);
      const one = { account: account.instagramUserId, id, from, text: 'hi' };
      await harness.intake.accept(commentEvents([one], harness.clock.now()));
      await harness.runAll();
    };
    await comment('c1', '1');
    await comment('c2', '1');
    await comment('c3', '2');
    expect(await sent(account)).toHaveLength(2);
    const [turn] = await rows<{ candidates: object[] }>(
      `SELECT candidates FROM contact_turn WHERE instagram_account_id = $1 AND outcome = 'nothing'`,
      account,
    );
    expect(turn?.candidates).toContainEqual(expect.objectContaining({ reason: 'once_per_post' }));
  });
});

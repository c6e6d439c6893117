import { parseJson } from '../json/parse-json';
import type { ParsedEvent } from './parsed-event';
import { parseWebhook } from './parse-webhook';

const accountId = '17841405822304914';
const personId = '1234567890123456';
const now = 1_790_000_000_000;

const parse = (body: unknown): ParsedEvent[] => {
  const parsed = parseWebhook(body, now);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.entries.flatMap(({ events }) => events);
};
const parseOne = (body: unknown): ParsedEvent => {
  const [event, ...rest] = parse(body);
  if (!event || rest.length > 0) throw new Error('expected exactly one event');
  return event;
};
const entry = (rest: object) => ({
  object: 'instagram',
  entry: [{ id: accountId, time: 1_569_262_486_134, ...rest }],
});
const messaging = (...items: object[]) =>
  entry({
    messaging: items.map((item) => ({
      sender: { id: personId },
      recipient: { id: accountId },
      timestamp: 1_569_262_485_349,
      ...item,
    })),
  });
const echo = (message: object) =>
  entry({
    messaging: [
      {
        sender: { id: accountId },
        recipient: { id: personId },
        timestamp: 1_569_262_485_349,
        message: { is_echo: true, ...message },
      },
    ],
  });
const comment = (value: object, field = 'comments') =>
  entry({ time: 1_520_622_968, changes: [{ field, value }] });

describe('parseWebhook', () => {
  it('reads a text', () => {
    expect(parseOne(messaging({ message: { mid: 'm1', text: 'Hello 👋' } }))).toMatchObject({
      entryId: accountId,
      kind: 'text',
      senderId: personId,
      recipientId: accountId,
      contactInstagramId: personId,
      mid: 'm1',
      dedupeKey: 'mid:m1',
      platformAt: 1_569_262_485_349,
      text: 'Hello 👋',
      isEcho: false,
      comment: null,
    });
  });

  it.each([
    [
      'a quick reply',
      { mid: 'm', text: 'Yes', quick_reply: { payload: 'YES' } },
      'quick_reply',
      { payload: 'YES', text: 'Yes' },
    ],
    [
      'media',
      { mid: 'm', attachments: [{ type: 'image', payload: { url: 'https://x/1' } }] },
      'media',
      { attachments: [{ type: 'image', url: 'https://x/1', title: null }] },
    ],
    [
      'a shared post under its old and its new type once',
      {
        mid: 'm',
        attachments: [
          { type: 'share', payload: { url: 'https://x/1' } },
          { type: 'ig_post', payload: { url: 'https://x/1', title: 'Post' } },
        ],
      },
      'media',
      { attachments: [{ type: 'ig_post', url: 'https://x/1', title: 'Post', mediaId: null }] },
    ],
    [
      'a story mention',
      { mid: 'm', attachments: [{ type: 'story_mention', payload: { url: 'https://x/s' } }] },
      'story_mention',
      {},
    ],
    [
      'a story reply',
      { mid: 'm', text: 'nice', reply_to: { story: { url: 'https://x/s', id: '9' } } },
      'story_reply',
      { story: { id: '9', url: 'https://x/s' }, text: 'nice' },
    ],
    ['an inline reply', { mid: 'm', text: 'yes', reply_to: { mid: 'm0' } }, 'text', { replyToMid: 'm0' }],
    [
      'a deletion',
      { mid: 'm', is_deleted: true },
      'deletion',
      { mid: 'm', dedupeKey: 'deleted:m', text: null },
    ],
    ['what Instagram does not show', { mid: 'm', is_unsupported: true }, 'unsupported', {}],
    ['nothing at all', { mid: 'm' }, 'unsupported', {}],
    [
      'a text that came from an ad',
      { mid: 'm', text: 'hi', referral: { ref: 'r', ad_id: '5', source: 'ADS', type: 'OPEN_THREAD' } },
      'text',
      { referral: { ref: 'r', adId: '5', source: 'ADS', type: 'OPEN_THREAD' } },
    ],
  ])('reads %s', (_name, message, kind, rest) => {
    expect(parseOne(messaging({ message }))).toMatchObject({ kind, contactInstagramId: personId, ...rest });
  });

  it.each([
    [
      { postback: { mid: 'p1', title: 'Start', payload: 'GO' } },
      { kind: 'postback', dedupeKey: 'mid:p1', payload: 'GO', text: 'Start' },
    ],
    [
      { reaction: { mid: 'm', action: 'react', reaction: 'love', emoji: '❤' } },
      {
        kind: 'reaction',
        reaction: { action: 'react', reaction: 'love', emoji: '❤' },
        dedupeKey: `reaction:m:react:${personId}:1569262485349`,
      },
    ],
    [
      { reaction: { mid: 'm', action: 'unreact' } },
      { kind: 'reaction', reaction: { action: 'unreact', reaction: null, emoji: null } },
    ],
    [{ read: { mid: 'm' } }, { kind: 'read', dedupeKey: 'read:m' }],
    [
      { message_edit: { mid: 'm', text: 'new', num_edit: '2' } },
      { kind: 'edit', text: 'new', dedupeKey: 'edit:m:2' },
    ],
    [
      { message_edit: { mid: 'm', text: null, num_edit: 0 } },
      { kind: 'unhandled', unhandledReason: 'edit_without_number' },
    ],
    [
      { referral: { ref: 'spring', source: 'IGME', type: 'OPEN_THREAD' } },
      { kind: 'referral', payload: 'spring' },
    ],
    [{ optin: { type: 'x', payload: 'y' } }, { kind: 'unhandled', unhandledReason: 'optin' }],
    [
      { pass_thread_control: { new_owner_app_id: '1' } },
      { kind: 'unhandled', unhandledReason: 'pass_thread_control' },
    ],
    [{ something_new: {} }, { kind: 'unhandled', unhandledReason: 'unknown' }],
  ])('reads %j', (item, expected) => {
    expect(parseOne(messaging(item))).toMatchObject(expected);
  });

  it('gives taps without an id different keys for different moments, and the same on redelivery', () => {
    const tap = (timestamp: number) =>
      parseOne(messaging({ timestamp, postback: { title: 'A', payload: 'A' } })).dedupeKey;
    expect(tap(1_569_262_485_349)).toBe(tap(1_569_262_485_349));
    expect(tap(1_569_262_485_349)).not.toBe(tap(1_569_262_485_350));
  });

  it('takes the recipient of an echo as the contact', () => {
    expect(parseOne(echo({ mid: 'm', text: 'ours' }))).toMatchObject({
      kind: 'echo',
      isEcho: true,
      contactInstagramId: personId,
      dedupeKey: 'mid:m',
    });
  });

  it('never takes what the account itself sent for a message of a customer, also without the echo mark', () => {
    expect(parseOne(echo({ mid: 'm', text: 'ours', is_echo: undefined }))).toMatchObject({
      kind: 'echo',
      isEcho: true,
    });
  });

  it.each([['comments'], ['live_comments']])('reads %s', (field) => {
    const value = {
      id: '178',
      from: { id: personId, username: 'anna' },
      text: 'price?',
      media: { id: '99', media_product_type: 'REELS' },
      parent_id: '177',
    };
    expect(parseOne(comment(value, field))).toMatchObject({
      kind: 'comment',
      dedupeKey: 'comment:178',
      platformAt: 1_520_622_968_000,
      contactInstagramId: personId,
      text: 'price?',
      comment: {
        commentId: '178',
        mediaId: '99',
        mediaProductType: 'REELS',
        parentId: '177',
        fromId: personId,
        username: 'anna',
        isOwn: false,
        isLive: field === 'live_comments',
      },
    });
  });

  it('reads a comment in the flat shape and under its other id', () => {
    const value = { comment_id: '178', from: { id: personId, username: '' }, text: 'x', media: { id: '99' } };
    expect(parseOne(entry({ field: 'comments', value }))).toMatchObject({
      kind: 'comment',
      comment: { commentId: '178', username: null },
    });
  });

  it.each([
    [{ id: '178', from: { id: accountId }, text: 'thanks' }],
    [{ id: '178', from: { id: '5', self_ig_scoped_id: '5' }, text: 'thanks' }],
  ])('marks own comments and names no contact for them', (value) => {
    expect(parseOne(comment(value))).toMatchObject({
      contactInstagramId: null,
      isEcho: true,
      comment: { isOwn: true },
    });
  });

  it('reads a direct message that came as a change', () => {
    const value = {
      sender: { id: personId },
      recipient: { id: accountId },
      timestamp: '1527459824',
      message: { mid: 'm', text: 'hi' },
    };
    expect(parseOne(entry({ changes: [{ field: 'messages', value }] }))).toMatchObject({
      kind: 'text',
      platformAt: 1_527_459_824_000,
      contactInstagramId: personId,
    });
  });

  it('marks events of threads that another app owns', () => {
    const body = entry({
      standby: [{ sender: { id: personId }, recipient: { id: accountId }, message: { mid: 'm', text: 'x' } }],
    });
    expect(parseOne(body)).toMatchObject({ kind: 'text', isStandby: true });
  });

  it('accepts a body wrapped in an array, and object page', () => {
    expect(parse([messaging({ message: { mid: 'm', text: 'x' } })])).toHaveLength(1);
    expect(parse({ ...messaging({ message: { mid: 'm', text: 'x' } }), object: 'page' })).toHaveLength(1);
  });

  it.each([
    [null, 'not_an_object'],
    ['x', 'not_an_object'],
    [[], 'not_an_object'],
    [{ object: 'user', entry: [] }, 'unknown_object'],
    [{ object: 'instagram' }, 'no_entries'],
  ])('refuses %j', (body, reason) => {
    expect(parseWebhook(body, now)).toEqual({ ok: false, reason });
  });

  it('keeps 999 of 1000 events when one is poisonous', () => {
    const items: object[] = Array.from({ length: 1_000 }, (_, n) => ({
      message: { mid: `m${n}`, text: 'x' },
    }));
    items[500] = { message: { mid: 'x'.repeat(5_000), text: 'x' } };
    const events = parse(messaging(...items));
    expect(events.filter(({ kind }) => kind === 'text')).toHaveLength(999);
    expect(events[500]).toMatchObject({ kind: 'unhandled', unhandledReason: 'malformed' });
  });

  it.each([[null], [1], ['x'], [[]], [{ sender: 5 }], [{ message: [] }], [{ message: { mid: {} } }]])(
    'keeps %j as unhandled with a key of its content',
    (item) => {
      const event = parseOne({ object: 'instagram', entry: [{ id: accountId, time: 1, messaging: [item] }] });
      const again = parseOne({ object: 'instagram', entry: [{ id: accountId, time: 2, messaging: [item] }] });
      expect(event.kind).toBe('unhandled');
      expect(event.dedupeKey).toMatch(/^hash:[0-9a-f]{40}$/);
      expect(again.dedupeKey).toBe(event.dedupeKey);
    },
  );

  it('leaves a trace of an entry of an unknown shape, the same for every delivery', () => {
    const key = (time: number) =>
      parseOne({ object: 'instagram', entry: [{ id: accountId, time, news: [1] }] }).dedupeKey;
    expect(key(1)).toBe(key(2));
  });

  it('cleans what PostgreSQL refuses and leaves emojis whole', () => {
    const event = parseOne(messaging({ message: { mid: 'm', text: 'a\u0000b\ud83dc👋\udc4b' } }));
    expect(event.text).toBe('ab\ufffdc👋\ufffd');
    expect(JSON.stringify(event.raw)).not.toMatch(/\\u0000|\\ud83d"/);
  });

  it('bounds the depth of what it keeps', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    const event = parseOne(messaging({ message: { mid: 'm', text: 'x', deep } }));
    expect(JSON.stringify(event.raw).length).toBeLessThan(500);
  });

  it('is not fooled by keys of the prototype', () => {
    const body = parseJson(
      `{"object":"instagram","entry":[{"id":"1","messaging":[{"__proto__":{"message":{"mid":"m","text":"x"}},"sender":{"id":"2"}}]}]}`,
    );
    expect(parseOne(body)).toMatchObject({ kind: 'unhandled' });
  });

  it('uses the time of receipt where the platform gives none that is plausible', () => {
    const at = (timestamp: unknown) =>
      parseOne({
        object: 'instagram',
        entry: [{ id: '1', messaging: [{ sender: { id: '2' }, timestamp, read: { mid: 'm' } }] }],
      }).platformAt;
    expect([at(undefined), at(-5), at('x'), at(9e15), at(Number.NaN)]).toEqual([now, now, now, now, now]);
  });

  it('hashes keys that would not fit into an index', () => {
    const event = parseOne(messaging({ message: { mid: 'm'.repeat(900), text: 'x' } }));
    expect(event.dedupeKey).toMatch(/^long:/);
  });

  it('reads a full batch quickly', () => {
    const items = Array.from({ length: 1_000 }, (_, n) => ({
      message: { mid: `m${n}`, text: 'Hello there' },
    }));
    const body = messaging(...items);
    parse(body);
    const startedAt = performance.now();
    parse(body);
    // Ten times what it takes, so that a busy machine does not matter.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

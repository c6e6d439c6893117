import { parseWebhook } from './parse-webhook';
import type { ParsedEvent } from './parsed-event';

const account = '17841405822304914';
const person = '1234567890123456';
const now = 1_790_000_000_000;
const sentAt = 1_789_999_000_123;
const url = 'https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1&signature=x';

const parse = (body: unknown): ParsedEvent[] => {
  const parsed = parseWebhook(body, now);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.entries.flatMap(({ events }) => events);
};
const only = (body: unknown): ParsedEvent => {
  const [event, ...rest] = parse(body);
  if (!event || rest.length > 0) throw new Error('expected exactly one event');
  return event;
};
const attached = (...attachments: object[]) => ({ message: { mid: 'm', attachments } });
const media = (type: string, payload: object = { url }) => attached({ type, payload });

type Row = [name: string, item: object, expected: object];

/** One for each row of what Instagram documents for direct messages, and of what was seen besides. */
const messagingRows: Row[] = [
  ['text', { message: { mid: 'm', text: 'Hi' } }, { kind: 'text', text: 'Hi' }],
  ...['image', 'video', 'audio', 'file', 'media', 'share', 'ig_post', 'ig_reel', 'reel', 'story', 'ig_story']
    .concat('ephemeral', 'template', 'fallback', 'something_new')
    .map((type): Row => [type, media(type), { kind: 'media', attachments: [{ type, url }] }]),
  ['text beside media', { message: { ...media('image').message, text: 'see' } }, { kind: 'text' }],
  [
    'several pictures',
    attached({ type: 'image', payload: { url } }, { type: 'image', payload: { url: `${url}2` } }),
    { attachments: [{ url }, { url: `${url}2` }] },
  ],
  [
    'shared post',
    media('ig_post', { url, title: 'Post', ig_post_media_id: '179' }),
    { kind: 'media', attachments: [{ type: 'ig_post', title: 'Post', mediaId: '179' }] },
  ],
  [
    'shared post in both types with different links',
    attached(
      { type: 'share', payload: { url: `${url}old` } },
      { type: 'ig_post', payload: { url, title: 'Post' } },
    ),
    { attachments: [{ type: 'ig_post', url, title: 'Post', mediaId: null }] },
  ],
  [
    'shared reel',
    media('ig_reel', { url, title: 'Reel', reel_video_id: 18012345678901234 }),
    { attachments: [{ type: 'ig_reel' }] },
  ],
  ['story mention', media('story_mention'), { kind: 'story_mention', text: null }],
  [
    'story reply',
    { message: { mid: 'm', text: 'wow', reply_to: { story: { url, id: '9' } } } },
    { kind: 'story_reply', story: { id: '9', url } },
  ],
  ['inline reply', { message: { mid: 'm', text: 'yes', reply_to: { mid: 'm0' } } }, { replyToMid: 'm0' }],
  [
    'quick reply',
    { message: { mid: 'm', text: 'Yes', quick_reply: { payload: 'Y' } } },
    { kind: 'quick_reply', payload: 'Y', text: 'Yes' },
  ],
  ['deletion', { message: { mid: 'm', is_deleted: true } }, { kind: 'deletion', dedupeKey: 'deleted:m' }],
  ['unsupported', { message: { mid: 'm', is_unsupported: true } }, { kind: 'unsupported' }],
  [
    'self',
    { message: { mid: 'm', text: 'x', is_self: true, is_echo: true } },
    { kind: 'echo', isSelf: true },
  ],
  ['self tap', { postback: { mid: 'm', payload: 'P' }, is_self: true }, { kind: 'postback', isSelf: true }],
  [
    'edit',
    { message_edit: { mid: 'm', text: 'new', num_edit: 1 } },
    { kind: 'edit', dedupeKey: 'edit:m:1', text: 'new' },
  ],
  [
    'edit numbered by text',
    { message_edit: { mid: 'm', text: null, num_edit: '5' } },
    { dedupeKey: 'edit:m:5' },
  ],
  ['phantom edit', { message_edit: { mid: 'm', num_edit: 0 } }, { kind: 'unhandled' }],
  [
    'reaction',
    { reaction: { mid: 'm', action: 'react', reaction: 'love', emoji: '❤️' } },
    { kind: 'reaction', reaction: { action: 'react', reaction: 'love', emoji: '❤️' } },
  ],
  [
    'reaction taken back',
    { reaction: { mid: 'm', action: 'unreact' } },
    { reaction: { action: 'unreact', reaction: null, emoji: null } },
  ],
  ['postback', { postback: { mid: 'm', title: 'Go', payload: 'GO' } }, { kind: 'postback', payload: 'GO' }],
  ['postback without mid', { postback: { title: 'Go', payload: 'GO' } }, { kind: 'postback', mid: null }],
  [
    'ice breaker of a new thread that came by a link',
    { postback: { mid: 'm', payload: 'GO', referral: { ref: 'spring', source: 'IGME' } } },
    { kind: 'postback', referral: { ref: 'spring', source: 'IGME', adId: null } },
  ],
  ['seen', { read: { mid: 'm' } }, { kind: 'read', dedupeKey: 'read:m' }],
  [
    'ig.me link in an existing thread',
    { referral: { ref: 'spring', source: 'IGME', type: 'OPEN_THREAD' } },
    { kind: 'referral', payload: 'spring', referral: { type: 'OPEN_THREAD' } },
  ],
  [
    'message from an advertisement',
    {
      message: {
        mid: 'm',
        text: 'hi',
        referral: {
          ref: 'r',
          ad_id: '120210000000000001',
          source: 'ADS',
          type: 'OPEN_THREAD',
          ads_context_data: { ad_title: 'Sale', photo_url: url },
        },
      },
    },
    { kind: 'text', referral: { adId: '120210000000000001', adTitle: 'Sale', adMediaUrl: url } },
  ],
  [
    'opt-in',
    { optin: { type: 'notification_messages', payload: 'p' } },
    { kind: 'unhandled', notice: { type: 'optin', optinType: 'notification_messages', payload: 'p' } },
  ],
  [
    'thread passed on',
    { pass_thread_control: { new_owner_app_id: 123, metadata: 'why' } },
    {
      unhandledReason: 'pass_thread_control',
      notice: { type: 'handover', action: 'pass', appId: '123', metadata: 'why' },
    },
  ],
  [
    'thread taken',
    { take_thread_control: { previous_owner_app_id: '123' } },
    { notice: { type: 'handover', action: 'take', appId: '123' } },
  ],
  [
    'thread asked for',
    { request_thread_control: { requested_owner_app_id: '123' } },
    { notice: { type: 'handover', action: 'request', appId: '123' } },
  ],
  [
    'policy',
    { policy_enforcement: { action: 'warning', reason: 'spam' } },
    { notice: { type: 'policy', action: 'warning', reason: 'spam' } },
  ],
  [
    'feedback',
    { response_feedback: { feedback: 'Good Response', mid: 'm' } },
    { notice: { type: 'feedback', feedback: 'Good Response', mid: 'm' } },
  ],
  ['receipt of Messenger', { delivery: { mids: ['m'] } }, { kind: 'unhandled', unhandledReason: 'delivery' }],
  ['what nobody knows yet', { novelty: { a: 1 } }, { kind: 'unhandled', unhandledReason: 'unknown' }],
];

const withPeople = (item: object) => ({
  sender: { id: person },
  recipient: { id: account },
  timestamp: sentAt,
  ...item,
});
type Envelope = [name: string, wrap: (item: object) => object | object[]];
const body = (entry: object, entryId = account) => ({
  object: 'instagram',
  entry: [{ id: entryId, time: 1_789_999_001, ...entry }],
});
const envelopes: Envelope[] = [
  ['as messaging', (item) => body({ messaging: [item] })],
  ['wrapped in an array', (item) => [body({ messaging: [item] })]],
  ['as a change', (value) => body({ changes: [{ field: 'messages', value }] })],
  ['flat', (value) => body({ field: 'messages', value })],
  ['under the id of the Page', (item) => body({ messaging: [item] }, '42')],
  ['under the id 0', (item) => body({ messaging: [item] }, '0')],
  ['of a Page', (item) => ({ ...body({ messaging: [item] }), object: 'page' })],
];

describe.each(envelopes)('a direct message %s', (_envelope, wrap) => {
  it.each(messagingRows)('is read: %s', (_name, item, expected) => {
    expect(only(wrap(withPeople(item)))).toMatchObject({ platformAt: sentAt, senderId: person, ...expected });
  });
});

describe('direct messages', () => {
  it.each(messagingRows)(
    'are recorded only when another app owns the thread: %s',
    (_name, item, expected) => {
      const event = only(body({ standby: [withPeople(item)] }));
      expect(event).toMatchObject({ isStandby: true, ...expected });
      const changed = only(body({ changes: [{ field: 'standby', value: withPeople(item) }] }));
      expect(changed.isStandby).toBe(true);
    },
  );

  it.each(messagingRows)('have the same key in every delivery and shape: %s', (_name, item) => {
    if (only(body({ messaging: [withPeople(item)] })).kind === 'unhandled') return;
    const keys = envelopes.map(([, wrap]) => only(wrap(withPeople(item))).dedupeKey);
    expect(new Set(keys).size).toBe(1);
  });

  it('of the account itself name the other person, under either field of echoes', () => {
    const echo = {
      sender: { id: account },
      recipient: { id: person },
      timestamp: sentAt,
      message: { mid: 'm', text: 'ours', is_echo: true },
    };
    for (const shape of [
      body({ messaging: [echo] }),
      body({ changes: [{ field: 'messages', value: echo }] }),
      body({ changes: [{ field: 'message_echoes', value: echo }] }),
      body({ messaging: [echo] }, '42'),
    ]) {
      expect(only(shape)).toMatchObject({
        kind: 'echo',
        isEcho: true,
        contactInstagramId: person,
        dedupeKey: 'mid:m',
      });
    }
  });

  it.each([
    ['milliseconds', sentAt, sentAt],
    ['seconds', 1_789_999_000, 1_789_999_000_000],
    ['text', '1789999000', 1_789_999_000_000],
  ])('may carry their time in %s', (_name, timestamp, expected) => {
    const item = { ...withPeople({ read: { mid: 'm' } }), timestamp };
    expect(only(body({ messaging: [item] })).platformAt).toBe(expected);
  });
});

const comment = {
  id: '17900000000000001',
  from: { id: person, username: 'anna' },
  text: 'price?',
  media: { id: '17800000000000001', media_product_type: 'FEED' },
};
const changeRows: [name: string, field: string, value: object, expected: object][] = [
  ['comment', 'comments', comment, { kind: 'comment', comment: { username: 'anna', isLive: false } }],
  ['live comment', 'live_comments', comment, { kind: 'comment', comment: { isLive: true } }],
  [
    'comment under its other id',
    'comments',
    { ...comment, id: undefined, comment_id: '17900000000000001' },
    { dedupeKey: 'comment:17900000000000001' },
  ],
  ['answer to a comment', 'comments', { ...comment, parent_id: '1' }, { comment: { parentId: '1' } }],
  [
    'comment on an advertisement',
    'comments',
    { ...comment, media: { ...comment.media, ad_id: '7', ad_title: 'Sale', original_media_id: '8' } },
    { comment: { adId: '7', originalMediaId: '8' } },
  ],
  [
    'comment of somebody unnamed',
    'comments',
    { ...comment, from: { id: person, username: '' } },
    { comment: { username: null } },
  ],
  [
    'own comment',
    'comments',
    { ...comment, from: { id: account, username: 'shop' } },
    { contactInstagramId: null, comment: { isOwn: true } },
  ],
  [
    'own comment by its mark',
    'comments',
    { ...comment, from: { id: '5', self_ig_scoped_id: '6' } },
    { contactInstagramId: null, comment: { isOwn: true } },
  ],
  [
    'mention in a caption',
    'mentions',
    { media_id: '1' },
    { kind: 'unhandled', notice: { type: 'mention', mediaId: '1', commentId: null } },
  ],
  [
    'mention in a comment',
    'mentions',
    { media_id: '1', comment_id: '2' },
    { notice: { type: 'mention', mediaId: '1', commentId: '2' } },
  ],
  [
    'figures of a story',
    'story_insights',
    { media_id: '1', impressions: 10, reach: 9, taps_forward: 3, taps_back: 2, exits: 1, replies: 0 },
    { notice: { type: 'story_insights', mediaId: '1', impressions: 10, tapsForward: 3, replies: 0 } },
  ],
  ['something new', 'follows', { id: '1' }, { kind: 'unhandled', unhandledReason: 'follows', notice: null }],
];

describe('changes', () => {
  it.each(changeRows)('are read in both shapes: %s', (_name, field, value, expected) => {
    const platformAt = 1_789_999_001_000;
    expect(only(body({ changes: [{ field, value }] }))).toMatchObject({ platformAt, ...expected });
    expect(only(body({ field, value }))).toMatchObject({ platformAt, ...expected });
    expect(only([body({ changes: [{ field, value }] })])).toMatchObject(expected);
  });
});

describe('a batch of 1000 entries', () => {
  it.each([
    ['null', null],
    ['a text', 'x'],
    ['nonsense', { id: {}, messaging: 'x', changes: 5, field: [] }],
    ['an item that is none', { id: account, time: 'x', messaging: [{ message: 'x', sender: 5 }] }],
    ['a message without an id', { id: account, messaging: [withPeople({ message: { text: 'x' } })] }],
  ])('loses nothing to one that is %s', (_name, poison) => {
    const entries: unknown[] = Array.from({ length: 1_000 }, (_, n) => ({
      id: account,
      time: sentAt,
      messaging: [withPeople({ message: { mid: `m${n}`, text: `text ${n}` } })],
    }));
    entries[617] = poison;
    const events = parse({ object: 'instagram', entry: entries });
    expect(events).toHaveLength(1_000);
    expect(events.filter(({ kind }) => kind === 'text')).toHaveLength(999);
    expect(events[617]?.kind).toBe('unhandled');
    expect(JSON.stringify(events[617]?.raw).length).toBeGreaterThan(2);
  });
});

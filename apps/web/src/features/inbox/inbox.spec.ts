import type { Message } from '@instaflow/contracts';
import { groupByDay } from './group-by-day';
import { hideArrived, toSendBody, type Outgoing } from './outgoing';
import { splitDuration } from './split-duration';
import { countBytes, countMessages } from './split-message';

const message = (text: string, timestamp: string, more: Partial<Message> = {}): Message =>
  ({ content: { text }, timestamp, direction: 'outbound', sentByUserId: 'me', ...more }) as Message;

const outgoing = (localId: string, text: string, state: Outgoing['state'] = 'sending'): Outgoing => ({
  localId,
  conversationId: 'c',
  text,
  files: [],
  replyToMessageId: null,
  startedAtMs: Date.parse('2026-11-20T10:00:00.000Z'),
  state,
  error: null,
});

describe('hideArrived', () => {
  const now = '2026-11-20T10:00:01.000Z';

  it('hides an outgoing message once its twin arrived, one for one', () => {
    const left = hideArrived([outgoing('1', 'hi'), outgoing('2', 'hi')], [message('hi', now)], 'me');
    expect(left.map(({ localId }) => localId)).toEqual(['2']);
  });

  it('keeps failed ones, and is not fooled by older, foreign or incoming messages', () => {
    const others = [
      message('hi', '2026-11-20T09:00:00.000Z'),
      message('hi', now, { sentByUserId: 'other' }),
      message('hi', now, { direction: 'inbound' }),
    ];
    expect(hideArrived([outgoing('1', 'hi')], others, 'me')).toHaveLength(1);
    expect(hideArrived([outgoing('1', 'hi', 'failed')], [message('hi', now)], 'me')).toHaveLength(1);
  });
});

describe('toSendBody', () => {
  const file = { mediaFileId: 'f1', name: 'a.jpg', kind: 'image', previewUrl: null } as const;

  it('names only what there is', () => {
    expect(toSendBody({ text: 'hi', files: [], replyToMessageId: null })).toEqual({ text: 'hi' });
    expect(toSendBody({ text: '', files: [file], replyToMessageId: 'm1' })).toEqual({
      attachments: [{ mediaFileId: 'f1' }],
      replyToMessageId: 'm1',
    });
  });
});

describe('groupByDay', () => {
  it('splits where the day changes', () => {
    const groups = groupByDay(
      [
        message('a', '2026-11-20T10:00:00Z'),
        message('b', '2026-11-20T11:00:00Z'),
        message('c', '2026-11-21T01:00:00Z'),
      ],
      (iso) => iso.slice(0, 10),
    );
    expect(groups.map(({ day, messages }) => [day, messages.length])).toEqual([
      ['2026-11-20', 2],
      ['2026-11-21', 1],
    ]);
  });
});

describe('splitDuration', () => {
  it.each([
    [59_000, 'soon', 0],
    [59 * 60_000, 'minutes', 59],
    [47 * 3_600_000, 'hours', 47],
    [6.5 * 86_400_000, 'days', 6],
  ])('says %d ms as %s %d', (ms, unit, count) => {
    expect(splitDuration(ms)).toEqual({ unit, count });
  });
});

describe('countBytes', () => {
  it('counts as Instagram does: bytes, not letters', () => {
    expect(countBytes('é😀')).toBe(6);
    expect(countMessages('é'.repeat(501))).toBe(2);
    expect(countMessages('')).toBe(1);
  });
});

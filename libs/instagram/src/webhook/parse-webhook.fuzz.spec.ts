import fc from 'fast-check';
import { parseJson } from '../json/parse-json';
import { messageContentOf } from './message-content-of';
import { messageTypeOf } from './message-type-of';
import { parseWebhook } from './parse-webhook';
import { previewOf } from './preview-of';

const keys = [
  ...['sender', 'recipient', 'timestamp', 'message', 'postback', 'reaction', 'read', 'message_edit'],
  ...['referral', 'optin', 'pass_thread_control', 'is_self', 'id', 'mid', 'text', 'attachments', 'type'],
  ...['payload', 'url', 'reply_to', 'story', 'quick_reply', 'is_echo', 'is_deleted', 'num_edit', 'from'],
  ...['username', 'media', 'field', 'value', 'comment_id', '__proto__', 'constructor', 'toString'],
];
const leaf = fc.oneof(
  fc.constantFrom(null, true, false, '', '0', 'x', '17841405822304914', 'comments', 'react', 'image'),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(2 ** 60, 1e300, -1, '\u0000', '\ud83d'),
);
/** Values that look like Instagram's by their keys and are anything below them. */
const wild = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
  ),
})).value;
const entry = fc.oneof(
  wild,
  fc.record({ id: wild, time: wild, messaging: fc.array(wild, { maxLength: 3 }) }),
  fc.record({
    id: wild,
    changes: fc.array(
      fc.record({
        field: fc.constantFrom('comments', 'mentions', 'messages', 'story_insights', 'x'),
        value: wild,
      }),
    ),
  }),
);
const body = fc.oneof(
  { weight: 1, arbitrary: wild },
  { weight: 1, arbitrary: fc.anything() },
  {
    weight: 8,
    arbitrary: fc.record({ object: fc.constant('instagram'), entry: fc.array(entry, { maxLength: 4 }) }),
  },
);
const now = 1_790_000_000_000;

describe('parseWebhook, whatever comes', () => {
  it('never throws, and every event can be shown, stored and told apart', () => {
    fc.assert(
      fc.property(body, (json) => {
        const parsed = parseWebhook(json, now);
        for (const event of parsed.ok ? parsed.entries.flatMap(({ events }) => events) : []) {
          expect(event.dedupeKey).not.toBe('');
          expect(event.dedupeKey.length).toBeLessThanOrEqual(512);
          expect(Number.isSafeInteger(event.platformAt)).toBe(true);
          expect(JSON.stringify(event)).not.toMatch(/\\u0000/);
          const type = messageTypeOf(event);
          if (type) expect(typeof previewOf({ type, content: messageContentOf(event) })).toBe('string');
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves a trace of every entry', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
        const parsed = parseWebhook({ object: 'instagram', entry: entries }, now);
        expect(parsed.ok && parsed.entries.map(({ events }) => events.length > 0)).toEqual(
          entries.map(() => true),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('gives an event the same key whenever and however often it is delivered', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3 }), (entries) => {
        const text = JSON.stringify({ object: 'instagram', entry: entries });
        const keysAt = (at: number) => {
          const parsed = parseWebhook(parseJson(text), at);
          return parsed.ok && parsed.entries.flatMap(({ events }) => events.map((event) => event.dedupeKey));
        };
        expect(keysAt(now)).toEqual(keysAt(now));
      }),
      { numRuns: 200 },
    );
  });
});

import { messageContentOf } from './message-content-of';
import { messageTypeOf } from './message-type-of';
import { parseWebhook } from './parse-webhook';
import { previewOf } from './preview-of';

const eventOf = (item: object) => {
  const parsed = parseWebhook({
    object: 'instagram',
    entry: [{ id: '1', messaging: [{ sender: { id: '2' }, recipient: { id: '1' }, ...item }] }],
  });
  const event = parsed.ok ? parsed.entries[0]?.events[0] : undefined;
  if (!event) throw new Error('no event');
  return event;
};
const attachment = (type: string) => ({
  message: { mid: 'm', attachments: [{ type, payload: { url: 'https://x' } }] },
});

describe('what the message log shows of an event', () => {
  it.each([
    [{ message: { mid: 'm', text: 'x' } }, 'text'],
    [attachment('image'), 'image'],
    [attachment('video'), 'video'],
    [attachment('ig_reel'), 'share'],
    [attachment('ephemeral'), 'unsupported'],
    [{ message: { mid: 'm', text: 'x', quick_reply: { payload: 'p' } } }, 'quick_reply_response'],
    [{ postback: { mid: 'm', payload: 'p' } }, 'button_response'],
    [{ message: { mid: 'm', is_deleted: true } }, 'deleted'],
    [{ reaction: { mid: 'm', action: 'react' } }, 'reaction'],
    [{ read: { mid: 'm' } }, null],
    [{ referral: { ref: 'x' } }, null],
    [{ unknown: true }, null],
  ])('is for %j the type %s', (item, type) => {
    expect(messageTypeOf(eventOf(item))).toBe(type);
  });

  it('holds text, media and payload only where there are some', () => {
    expect(messageContentOf(eventOf({ message: { mid: 'm', text: 'x' } }))).toEqual({ text: 'x' });
    expect(messageContentOf(eventOf(attachment('image')))).toEqual({
      mediaType: 'image',
      mediaUrl: 'https://x',
    });
    expect(messageContentOf(eventOf({ postback: { mid: 'm', title: 'Go', payload: 'p' } }))).toEqual({
      text: 'Go',
      payload: 'p',
    });
  });

  it('previews on one line, cut between characters, never inside one', () => {
    expect(previewOf({ type: 'text', content: { text: ' a\n b ' } })).toBe('a b');
    expect(previewOf({ type: 'image', content: {} })).toBe('Image');
    const preview = previewOf({ type: 'text', content: { text: '👋'.repeat(1_000) } });
    expect(Array.from(preview)).toHaveLength(160);
    expect(preview.endsWith('👋…')).toBe(true);
    const exact = '👋'.repeat(160);
    expect(previewOf({ type: 'text', content: { text: exact } })).toBe(exact);
  });
});

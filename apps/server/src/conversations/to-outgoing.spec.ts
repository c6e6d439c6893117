import type { OutgoingMedia } from '@instaflow/instagram';
import { toOutgoing } from './to-outgoing';

const picture = (n: number): OutgoingMedia => ({ type: 'image', url: `https://cdn.example/${n}.jpg` });
const button = { type: 'postback' as const, title: 'Go', payload: 'GO' };

describe('toOutgoing', () => {
  it('puts several pictures into one message and every other file into one of its own', () => {
    const video: OutgoingMedia = { type: 'video', url: 'https://cdn.example/a.mp4' };
    const audio: OutgoingMedia = { type: 'audio', url: 'https://cdn.example/a.mp3' };
    expect(toOutgoing({}, [picture(1), video, picture(2), audio])).toEqual([
      { images: [{ url: 'https://cdn.example/1.jpg' }, { url: 'https://cdn.example/2.jpg' }] },
      { media: video },
      { media: audio },
    ]);
    expect(toOutgoing({}, [picture(1)])).toEqual([{ media: picture(1) }]);
  });

  it('keeps the order cards, post, heart, files, text', () => {
    const body = {
      text: 'Hi',
      sticker: 'like_heart' as const,
      sharedPostId: '5',
      cards: [{ title: 'A', subtitle: 'b' }],
    };
    expect(toOutgoing(body, [picture(1)])).toEqual([
      { elements: body.cards },
      { sharedPostId: '5' },
      { sticker: 'like_heart' },
      { media: picture(1) },
      { text: 'Hi' },
    ]);
  });

  it('puts buttons and quick replies below the last part of a long text', () => {
    const text = `${'word '.repeat(300)}end`;
    const parts = toOutgoing({ text, buttons: [button] }, []);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ buttons }) => buttons?.length ?? 0)).toEqual([...parts.slice(1).map(() => 0), 1]);
    expect(parts.every((part) => (part.text ?? '').length <= 640)).toBe(true);
    const asked = toOutgoing({ text, quickReplies: [{ type: 'user_email' }] }, []);
    expect(asked.at(-1)?.quickReplies).toEqual([{ type: 'user_email' }]);
    expect(asked).toHaveLength(2);
  });
});

import { messagingLimits } from '@instaflow/contracts';
import { buildMessage } from './build-message';
import { checkOutgoing } from './check-outgoing';
import type { OutgoingMessage } from './outgoing-message';

const tap = { type: 'postback', title: 'Go', payload: 'GO' } as const;
const card = { title: 'A', subtitle: 'b' };
const url = 'https://example.com/a.png';
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);
const codesOf = (message: OutgoingMessage) =>
  checkOutgoing(message).map(({ code, path, isCut }) => `${isCut ? 'cut ' : ''}${code} ${path}`.trim());

describe('checkOutgoing', () => {
  it.each<[string, OutgoingMessage]>([
    ['a text of exactly 1000 bytes', { text: 'ä'.repeat(500) }],
    ['640 characters over buttons', { text: 'x'.repeat(640), buttons: many(3, tap) }],
    ['emojis counted as one character each', { text: '👋'.repeat(200), buttons: [tap] }],
    ['13 quick replies', { text: 'x', quickReplies: many(13, { title: '1', payload: 'P' }) }],
    ['a request for the e-mail address', { text: 'x', quickReplies: [{ type: 'user_email' }] }],
    ['10 pictures', { images: many(10, { url }) }],
    ['10 cards', { elements: many(10, card) }],
    ['the heart', { sticker: 'like_heart' }],
    ['a post', { sharedPostId: '1' }],
    ['an uploaded file', { media: { type: 'file', attachmentId: '1' } }],
    ['titles of 20 emojis', { text: 'x', buttons: [{ ...tap, title: '👋'.repeat(20) }] }],
  ])('takes %s', (_name, message) => {
    expect(checkOutgoing(message)).toEqual([]);
    expect(buildMessage(message).ok).toBe(true);
  });

  it.each<[OutgoingMessage, string[]]>([
    [{}, ['message_empty']],
    [{ text: '', images: [] }, ['message_empty']],
    [{ text: 'x', sticker: 'like_heart' }, ['message_mixed']],
    [{ images: [{ url }], sharedPostId: '1' }, ['message_mixed']],
    [{ media: { type: 'image', url }, buttons: [tap] }, ['message_mixed buttons']],
    [{ text: 'ä'.repeat(501) }, ['text_too_long text']],
    [{ text: 'x'.repeat(641), buttons: [tap] }, ['text_too_long text']],
    [{ text: 'x', buttons: many(4, tap) }, ['too_many_buttons buttons']],
    [
      { text: 'x', quickReplies: many(14, { title: '1', payload: 'P' }) },
      ['too_many_quick_replies quickReplies'],
    ],
    [{ images: many(11, { url }) }, ['too_many_images images']],
    [{ elements: many(11, card) }, ['too_many_cards elements']],
    [{ elements: [{ title: 'A' }] }, ['card_needs_more elements.0']],
    [{ elements: [{ title: ' ', subtitle: 'b' }] }, ['card_without_title elements.0.title']],
    [{ elements: [{ ...card, buttons: many(4, tap) }] }, ['too_many_buttons elements.0.buttons']],
    [{ elements: [{ ...card, imageUrl: 'ftp://x' }] }, ['invalid_url elements.0.imageUrl']],
    [{ media: { type: 'image', url: 'javascript:alert(1)' } }, ['invalid_url media.url']],
    [{ text: 'x', buttons: [{ ...tap, title: '' }] }, ['button_without_title buttons.0.title']],
    [{ text: 'x', buttons: [{ ...tap, payload: '' }] }, ['button_without_payload buttons.0.payload']],
    [
      { text: 'x', quickReplies: [{ title: 'a', payload: 'p'.repeat(1_001) }] },
      ['text_too_long quickReplies.0.payload'],
    ],
    [
      { text: 'x', buttons: [{ type: 'web_url', title: 'Go', url: 'https:// x' }] },
      ['invalid_url buttons.0.url'],
    ],
  ])('refuses %j', (message, expected) => {
    expect(codesOf(message)).toEqual(expected);
    expect(buildMessage(message)).toMatchObject({ ok: false, outcome: 'content' });
  });

  it('lets go out what Instagram only cuts, cut between characters', () => {
    const long = '👋'.repeat(30);
    const message: OutgoingMessage = {
      elements: [{ title: 'T'.repeat(90), subtitle: 'S'.repeat(90), buttons: [{ ...tap, title: long }] }],
    };
    expect(codesOf(message)).toEqual([
      'cut text_too_long elements.0.title',
      'cut text_too_long elements.0.subtitle',
      'cut text_too_long elements.0.buttons.0.title',
    ]);
    expect(buildMessage(message)).toMatchObject({
      ok: true,
      message: {
        attachment: {
          payload: {
            elements: [
              {
                title: 'T'.repeat(80),
                subtitle: 'S'.repeat(80),
                buttons: [{ title: '👋'.repeat(messagingLimits.titleLength) }],
              },
            ],
          },
        },
      },
    });
  });

  it('names refusals before what is only cut', () => {
    const quickReplies = [{ title: 'x'.repeat(21), payload: '' }];
    expect(codesOf({ text: 'x', quickReplies })).toEqual([
      'button_without_payload quickReplies.0.payload',
      'cut text_too_long quickReplies.0.title',
    ]);
  });
});

import type { ConversationMessage, OutgoingMessage } from '@instaflow/instagram';
import { findSentMessage } from './find-sent-message';

const sentAt = 1_000_000;
const item = (
  mid: string,
  text: string | null,
  rest: Partial<ConversationMessage> = {},
): ConversationMessage => ({
  mid,
  text,
  createdAt: sentAt,
  fromId: 'shop',
  ...rest,
});
const find = (
  messages: ConversationMessage[],
  message: OutgoingMessage = { text: 'Hello  there' },
  known: string[] = [],
) =>
  findSentMessage({ message, sentAt, personId: 'person', messages, isKnown: (mid) => known.includes(mid) });
const picture: OutgoingMessage = { media: { url: 'https://x', type: 'image' } };

describe('findSentMessage', () => {
  it('finds the text, whatever its white space', () => {
    expect(find([item('m2', 'other'), item('m1', 'Hello there ')])).toEqual({ kind: 'found', mid: 'm1' });
  });

  it.each([
    ['is another text', [item('m', 'Bye')]],
    ['was written by the person', [item('m', 'Hello there', { fromId: 'person' })]],
    ['is older than the attempt', [item('m', 'Hello there', { createdAt: sentAt - 4_000 })]],
    ['is not there', []],
  ])('calls the message absent when what there is %s', (_name, messages) => {
    expect(find(messages)).toEqual({ kind: 'absent' });
  });

  it('does not take another message of ours with the same text for it', () => {
    expect(find([item('m', 'Hello there')], undefined, ['m'])).toEqual({ kind: 'absent' });
  });

  it('takes the only wordless message for a picture, and cannot decide between two', () => {
    expect(find([item('m', '')], picture)).toEqual({ kind: 'found', mid: 'm' });
    expect(find([item('m', ''), item('n', null)], picture)).toEqual({ kind: 'undecidable' });
    expect(find([item('m', 'words')], picture)).toEqual({ kind: 'absent' });
  });

  it.each<[string, OutgoingMessage]>([
    ['several pictures', { images: [{ url: 'https://x' }, { url: 'https://y' }] }],
    ['the heart', { sticker: 'like_heart' }],
    ['a shared post', { sharedPostId: '1' }],
    ['cards', { elements: [{ title: 'a', subtitle: 'b' }] }],
  ])('knows %s by its having no words', (_name, message) => {
    expect(find([item('m', '')], message)).toEqual({ kind: 'found', mid: 'm' });
  });
});

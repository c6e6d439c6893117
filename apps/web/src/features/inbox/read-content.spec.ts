import type { Message } from '@instaflow/contracts';
import { readContent } from './read-content';

const read = (content: Message['content'], type: Message['type'] = 'text') => readContent({ content, type });
const url = 'https://cdn.example/a';

describe('readContent', () => {
  it('finds nothing in a plain text', () => {
    expect(read({ text: 'hi' })).toEqual({
      files: [],
      story: null,
      title: null,
      cards: [],
      reaction: null,
      ownReaction: null,
      replyToMid: null,
      isEdited: false,
      isLate: false,
    });
  });

  it('prefers what a file is to what it was called', () => {
    const file = { mediaUrl: url, mediaType: 'image', mediaContentType: 'video/mp4' };
    expect(read(file, 'image').files).toEqual([{ kind: 'video', url, problem: null, name: null }]);
    expect(read({ mediaUrl: url, mediaType: 'ig_reel' }, 'share').files[0]?.kind).toBe('unknown');
    expect(read({ mediaUrl: url, mediaContentType: 'application/pdf' }).files[0]?.kind).toBe('file');
  });

  it('keeps each of several files, and says which could not be kept', () => {
    const attachments = [
      { type: 'image', url },
      { type: 'video', url: null, error: 'Too large.' },
    ];
    expect(read({ mediaUrl: url, mediaType: 'image', attachments }, 'image').files).toEqual([
      { kind: 'image', url, problem: null, name: null },
      { kind: 'video', url: null, problem: 'Too large.', name: null },
    ]);
  });

  it('names a file by its address', () => {
    const file = { mediaUrl: 'https://dm.example/media/1/Price%20list.pdf?expires=1', mediaType: 'file' };
    expect(read(file, 'file').files[0]?.name).toBe('Price list.pdf');
    expect(read({ ...file, mediaUrl: 'https://x.example/100%.pdf' }, 'file').files[0]?.name).toBe('100%.pdf');
  });

  it('knows the story of a reply and of a mention, also one that is gone', () => {
    expect(read({ storyUrl: url }, 'story_reply').story).toEqual({
      kind: 'unknown',
      url,
      problem: null,
      name: null,
    });
    expect(read({}, 'story_reply').story?.url).toBeNull();
    const mention = read(
      { mediaUrl: null, mediaType: 'story_mention', mediaError: 'Gone.' },
      'story_mention',
    );
    expect(mention).toMatchObject({ files: [], story: { url: null, problem: 'Gone.' } });
  });

  it('never takes other schemes for an address', () => {
    expect(read({ mediaUrl: 'javascript:alert(1)', mediaType: 'image' }).files[0]?.url).toBeNull();
  });

  it('reads reactions, marks and quotes', () => {
    const marks = { reaction: 'love', ownReaction: '👍', isEdited: true, isLate: true, replyToMid: 'm1' };
    expect(read(marks)).toMatchObject({ ...marks, reaction: '❤️' });
  });

  it('reads the cards of a carousel', () => {
    const elements = [{ title: 'Shoe', subtitle: 'Red', imageUrl: url, buttons: [{ title: 'Buy' }] }];
    expect(read({ elements }, 'carousel').cards).toEqual([
      { title: 'Shoe', subtitle: 'Red', imageUrl: url, buttons: ['Buy'] },
    ]);
  });
});

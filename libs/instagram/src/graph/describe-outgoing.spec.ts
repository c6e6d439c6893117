import { describeOutgoing } from './describe-outgoing';

const url = 'https://example.com/a.png';

describe('describeOutgoing', () => {
  it('shows pictures as one message with all of them', () => {
    expect(describeOutgoing({ images: [{ url }, { attachmentId: '7' }] })).toEqual({
      type: 'image',
      content: {
        mediaUrl: url,
        mediaType: 'image',
        attachments: [
          { type: 'image', url },
          { type: 'image', url: null },
        ],
      },
      preview: 'Image',
    });
  });

  it('shows uploaded files, the heart, posts and requests for an address', () => {
    expect(describeOutgoing({ media: { type: 'file', attachmentId: '7' } }).content).toEqual({
      attachmentId: '7',
      mediaType: 'file',
    });
    expect(describeOutgoing({ sticker: 'like_heart' })).toMatchObject({ type: 'text', preview: '❤️' });
    expect(describeOutgoing({ sharedPostId: '9' })).toMatchObject({
      type: 'share',
      content: { mediaId: '9' },
    });
    expect(
      describeOutgoing({ text: 'x', quickReplies: [{ type: 'user_email' }] }).content.quickReplies,
    ).toEqual([{ title: 'Share e-mail address', payload: 'user_email' }]);
  });
});

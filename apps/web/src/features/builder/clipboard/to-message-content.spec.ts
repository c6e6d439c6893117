import { toMediaType, toMessageContent } from './to-message-content';

describe('a pasted text as a message', () => {
  it('is what the message says', () => {
    expect(toMessageContent('  Hello there,\nhow are you?  ')).toEqual({
      text: 'Hello there,\nhow are you?',
    });
    expect(toMessageContent('see https://example.com for more')).toEqual({
      text: 'see https://example.com for more',
    });
    expect(toMessageContent('  \n ')).toBeNull();
  });

  it.each([
    ['https://example.com/a/photo.JPG?width=300', 'image'],
    ['https://example.com/clip.mp4', 'video'],
    ['https://example.com/voice.m4a#t=3', 'audio'],
    ['https://example.com/prices.pdf', 'file'],
  ])('is sent as what %s is: %s', (url, mediaType) => {
    expect(toMessageContent(url)).toEqual({ mediaUrl: url, mediaType });
  });

  it('is a button when it is any other address, named after the site', () => {
    expect(toMessageContent('https://www.a-very-long-domain-name.example.com/shop')).toEqual({
      text: '',
      buttons: [
        {
          type: 'web_url',
          text: 'a-very-long-domain-n',
          url: 'https://www.a-very-long-domain-name.example.com/shop',
        },
      ],
    });
  });

  it('is never an address of another protocol', () => {
    expect(toMessageContent('javascript:alert(1)')).toEqual({ text: 'javascript:alert(1)' });
    expect(toMessageContent('http://')).toEqual({ text: 'http://' });
  });
});

describe('a pasted file', () => {
  it('is sent by its content type, as a file when it is none of the others', () => {
    expect(['image/png', 'video/mp4', 'audio/mp4', 'application/pdf', ''].map(toMediaType)).toEqual([
      'image',
      'video',
      'audio',
      'file',
      'file',
    ]);
  });
});

import { createMediaLinks } from './media-links';
import { presentMedia } from './present-media';

const links = createMediaLinks({ publicUrl: 'https://dm.example.com', secret: 's'.repeat(40) });
const now = Date.UTC(2026, 0, 1, 13);
const hour = 3_600_000;
const stored = (slot: string, until = now + 100 * hour) => ({
  slot,
  state: 'stored',
  mediaFileId: 'f1',
  fileName: 'instagram.jpeg',
  contentType: 'image/jpeg',
  until,
});
const at = 'https://cdn.example/a.jpg';

describe('presentMedia', () => {
  it('leaves what nothing was fetched for as it is', () => {
    expect(presentMedia({ text: 'hi' }, links, now)).toEqual({ text: 'hi' });
    expect(presentMedia({ mediaUrl: at }, links, now)).toEqual({ mediaUrl: at });
  });

  it('shows a kept file at an address that works for a while and stays the same for hours', () => {
    const content = { mediaUrl: at, mediaType: 'image', kept: [stored('media')] };
    const shown = presentMedia(content, links, now);
    expect(shown).toMatchObject({ mediaState: 'stored', mediaContentType: 'image/jpeg', mediaType: 'image' });
    expect(shown).not.toHaveProperty('kept');
    expect(presentMedia(content, links, now + 4 * hour).mediaUrl).toBe(shown.mediaUrl);
    expect(presentMedia(content, links, now + 6 * hour).mediaUrl).not.toBe(shown.mediaUrl);
    const url = new URL(shown.mediaUrl ?? '');
    const signed = {
      id: 'f1',
      expires: url.searchParams.get('expires') ?? '',
      signature: url.searchParams.get('signature') ?? '',
    };
    expect(links.isValid({ ...signed, now })).toBe(true);
    expect(links.isValid({ ...signed, now: now + 12 * hour })).toBe(false);
    expect(links.isValid({ ...signed, id: 'f2', now })).toBe(false);
    expect(links.isValid({ ...signed, expires: String(Number(signed.expires) + 1), now })).toBe(false);
  });

  it('says that a file could not be kept, and leaves Instagram’s address', () => {
    const content = { storyUrl: at, kept: [{ slot: 'story', state: 'failed', reason: 'gone' }] };
    expect(presentMedia(content, links, now)).toEqual({
      storyUrl: at,
      storyState: 'failed',
      storyError: 'Instagram did not have the file any more.',
    });
  });

  it('gives no address of a file whose time is over', () => {
    const content = { mediaUrl: at, kept: [stored('media', now)] };
    expect(presentMedia(content, links, now)).toMatchObject({ mediaUrl: null, mediaState: 'expired' });
  });

  it('shows each of several files', () => {
    const attachments = [
      { type: 'image', url: at },
      { type: 'video', url: at },
    ];
    const kept = [stored('attachments.0'), { slot: 'attachments.1', state: 'failed', reason: 'too_large' }];
    expect(presentMedia({ mediaUrl: at, attachments, kept }, links, now)).toMatchObject({
      mediaUrl: expect.stringMatching(/^https:\/\/dm\.example\.com\/media\/f1\//),
      attachments: [
        { type: 'image', state: 'stored', url: expect.stringContaining('/media/f1/') },
        { type: 'video', state: 'failed', url: at, error: expect.stringContaining('25 MB') },
      ],
    });
  });
});

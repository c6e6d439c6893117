import type { MessageContent } from '@instaflow/contracts';
import { z } from 'zod';
import { receivedLinkUntil } from './link-times';
import type { MediaLinks } from './media-links';

const keptMedia = z.discriminatedUnion('state', [
  z.object({
    slot: z.string(),
    state: z.literal('stored'),
    mediaFileId: z.string(),
    fileName: z.string(),
    contentType: z.string(),
    until: z.number(),
  }),
  z.object({ slot: z.string(), state: z.literal('failed'), reason: z.string() }),
  z.object({ slot: z.string(), state: z.literal('link') }),
]);
type KeptMedia = z.infer<typeof keptMedia>;

/** How a file is shown; `url` undefined leaves Instagram's own address. */
type Shown = { state: string; url?: string | null; contentType?: string; error?: string };

const sentences: Record<string, string> = {
  gone: 'Instagram did not have the file any more.',
  too_large: 'The file is larger than 25 MB and was not kept.',
  wrong_type: 'The file is of a type that is not kept.',
  empty: 'Instagram sent an empty file.',
  address_refused: 'The file is at an address that is not loaded from.',
  unreachable: 'The file could not be loaded from Instagram.',
};

const attachmentList = z.array(z.looseObject({}));

/**
 * The content of a message with the addresses of files that are kept here in place of Instagram's, which expire. What is
 * not kept says so in `mediaState` and `mediaError` (of a story `storyState`, `storyError`). `now` in epoch milliseconds.
 */
export function presentMedia(content: MessageContent, links: MediaLinks, now: number): MessageContent {
  const { kept, ...shown } = content;
  const parsed = z.array(keptMedia).safeParse(kept);
  if (!parsed.success) return kept === undefined ? content : shown;
  const bySlot = new Map(parsed.data.map((file) => [file.slot, show(file, links, now)]));
  const listed = attachmentList.safeParse(content['attachments']);
  const attachments = listed.success ? listed.data : [];
  return {
    ...shown,
    ...named('media', bySlot.get('media') ?? bySlot.get('attachments.0')),
    ...named('story', bySlot.get('story')),
    ...(attachments.length > 0 && {
      attachments: attachments.map((attachment, index) => ({
        ...attachment,
        ...bySlot.get(`attachments.${index}`),
      })),
    }),
  };
}

function show(file: KeptMedia, links: MediaLinks, now: number): Shown {
  if (file.state === 'link') return { state: 'link' };
  if (file.state === 'failed') {
    return { state: 'failed', error: sentences[file.reason] ?? 'The file could not be kept.' };
  }
  if (file.until <= now) {
    return { state: 'expired', url: null, error: 'The file was deleted after the time files are kept.' };
  }
  const { mediaFileId: id, fileName, contentType, until } = file;
  return {
    state: 'stored',
    url: links.sign({ id, fileName }, receivedLinkUntil(now, until)),
    contentType,
  };
}

function named(prefix: 'media' | 'story', shown: Shown | undefined): Partial<MessageContent> {
  if (shown === undefined) return {};
  const { state, url, contentType, error } = shown;
  return {
    [`${prefix}State`]: state,
    ...(url !== undefined && { [`${prefix}Url`]: url }),
    ...(contentType !== undefined && { [`${prefix}ContentType`]: contentType }),
    ...(error !== undefined && { [`${prefix}Error`]: error }),
  };
}

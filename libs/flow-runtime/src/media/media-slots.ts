import type { MessageContent } from '@instaflow/contracts';
import { z } from 'zod';

/** A part of a message that names a file at Instagram. */
export type MediaSlot = { slot: string; url: string; type: string };

const several = z.array(z.looseObject({ type: z.string(), url: z.string().nullish() }));

/** The files a message names: its story, and its attachments or, when there is one only, its media. */
export const mediaSlotsOf = (content: MessageContent): MediaSlot[] => {
  const { mediaUrl, mediaType, storyUrl, attachments } = content;
  const story = typeof storyUrl === 'string' ? [{ slot: 'story', url: storyUrl, type: 'story' }] : [];
  const listed = several.safeParse(attachments);
  if (listed.success && listed.data.length > 1) {
    const named = listed.data.flatMap(({ url, type }, index) =>
      typeof url === 'string' ? [{ slot: `attachments.${index}`, url, type }] : [],
    );
    return [...story, ...named];
  }
  return typeof mediaUrl === 'string'
    ? [...story, { slot: 'media', url: mediaUrl, type: mediaType ?? '' }]
    : story;
};

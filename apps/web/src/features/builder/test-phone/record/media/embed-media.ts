import type { OutgoingMessage } from '@instaflow/flow-engine';
import type { PictureRow } from '../plan/list-picture-rows';
import { listMedia, mapMedia } from './list-media';
import { paintStandIn, type StandInColors } from './paint-stand-in';
import { readPicture } from './read-picture';
import { readVideoStill } from './read-video-still';

type Media = NonNullable<OutgoingMessage['media']>;

export type EmbedOptions = {
  /** What stands where a picture, video or sound cannot be shown. */
  labels: Record<Media['type'], string>;
  colors: StandInColors;
  signal: AbortSignal;
};

/**
 * The rows with everything they show inside of them, since a drawn picture fetches nothing. `unread` counts pictures
 * and videos the browser may not read; a box stands for each of them.
 */
export async function embedMedia(
  rows: readonly PictureRow[],
  { labels, colors, signal }: EmbedOptions,
): Promise<{ rows: PictureRow[]; unread: number }> {
  const found = await Promise.all(
    listMedia(rows).map(async (media) => [media.url, await read(media, signal)] as const),
  );
  signal.throwIfAborted();
  const dataUrls = new Map(found);
  const unread = listMedia(rows).filter(
    ({ type, url }) => type !== 'audio' && (dataUrls.get(url) ?? null) === null,
  );
  return {
    unread: unread.length,
    rows: mapMedia(rows, (media) => {
      if (media.type === 'file') return media;
      const { type, url } = media;
      return {
        type: 'image',
        url: dataUrls.get(url) ?? paintStandIn({ type, label: labels[type], colors }),
      };
    }),
  };
}

function read({ type, url }: Media, signal: AbortSignal): Promise<string | null> {
  switch (type) {
    case 'image':
      return readPicture(url, signal);
    case 'video':
      return readVideoStill(url, signal);
    case 'audio':
    case 'file':
      return Promise.resolve(null);
  }
}

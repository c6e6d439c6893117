import type { Effect, OutgoingMessage, TalkLine } from '@instaflow/flow-engine';
import type { PictureRow } from '../plan/list-picture-rows';

type Media = NonNullable<OutgoingMessage['media']>;

/** Every picture, video and sound of the conversation, each once. Files are shown by their name alone. */
export function listMedia(rows: readonly PictureRow[]): Media[] {
  const byUrl = new Map<string, Media>();
  mapMedia(rows, (media) => {
    if (media.type !== 'file') byUrl.set(media.url, media);
    return media;
  });
  return [...byUrl.values()];
}

/** The same rows with each of their media replaced; a picture stays the picture of its card. */
export function mapMedia(rows: readonly PictureRow[], change: (media: Media) => Media): PictureRow[] {
  return rows.map((row) => (row.kind === 'line' ? { ...row, line: mapLine(row.line, change) } : row));
}

function mapLine(line: TalkLine, change: (media: Media) => Media): TalkLine {
  return line.kind === 'effect' ? { ...line, effect: mapEffect(line.effect, change) } : line;
}

function mapEffect(effect: Effect, change: (media: Media) => Media): Effect {
  if (effect.kind !== 'send_message' && effect.kind !== 'private_reply') return effect;
  const { media, images, elements } = effect.message;
  const changePicture = (url: string) => change({ type: 'image', url }).url;
  return {
    ...effect,
    message: {
      ...effect.message,
      ...(media && { media: change(media) }),
      ...(images && { images: images.map(({ url }) => ({ url: changePicture(url) })) }),
      ...(elements && {
        elements: elements.map((element) =>
          element.imageUrl === undefined
            ? element
            : { ...element, imageUrl: changePicture(element.imageUrl) },
        ),
      }),
    },
  };
}

type MediaType = 'image' | 'video' | 'audio' | 'file';

export type PastedContent = {
  text?: string;
  mediaUrl?: string;
  mediaType?: MediaType;
  buttons?: { type: 'web_url'; text: string; url: string }[];
};

/** What Instagram takes in one message, in characters of a plain script; longer texts are flagged, not cut. */
const maxTitle = 20;

const mediaEndings: Record<MediaType, RegExp> = {
  image: /\.(png|jpe?g|gif|webp)$/i,
  video: /\.(mp4|mov|webm|ogg|avi)$/i,
  audio: /\.(mp3|m4a|aac|wav)$/i,
  file: /\.pdf$/i,
};

/**
 * A pasted text as a message: the address of a picture, video or sound is sent as such, any other address becomes a
 * button, everything else is what the message says. Null when there is nothing to say.
 */
export function toMessageContent(pasted: string): PastedContent | null {
  const text = pasted.trim();
  if (text === '') return null;
  const url = parseUrl(text);
  if (!url) return { text };
  const mediaType = mediaTypes.find((type) => mediaEndings[type].test(url.pathname));
  if (mediaType) return { mediaUrl: text, mediaType };
  return { text: '', buttons: [{ type: 'web_url', text: toTitle(url), url: text }] };
}

const mediaTypes = ['image', 'video', 'audio', 'file'] as const;

/** What a file is sent as, by its content type. */
export function toMediaType(contentType: string): MediaType {
  const [kind] = contentType.split('/');
  return mediaTypes.find((type) => type === kind) ?? 'file';
}

function parseUrl(text: string): URL | null {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? new URL(text) : null;
}

/** The name of the site, as far as it fits on a button. */
function toTitle({ hostname }: URL): string {
  return hostname.replace(/^www\./, '').slice(0, maxTitle);
}

import { toDataUrl } from './to-data-url';
import { untilEvent } from './until-event';

/** A picture as a `data:` address; null when the browser may not read it, or it does not come in time. */
export async function readPicture(url: string, signal: AbortSignal): Promise<string | null> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.referrerPolicy = 'no-referrer';
  const isLoaded = untilEvent(image, 'load', signal);
  image.src = url;
  if (!(await isLoaded)) return null;
  return toDataUrl(image, { width: image.naturalWidth, height: image.naturalHeight });
}

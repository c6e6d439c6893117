import { paintPlayMark } from './paint-play-mark';
import { toDataUrl } from './to-data-url';
import { untilEvent } from './until-event';

/** Where the still is taken, in seconds: many videos begin with a black one. */
const stillAt = 0.1;

/** The beginning of a video as a `data:` address; null when the browser may not read it, or it does not come in time. */
export async function readVideoStill(url: string, signal: AbortSignal): Promise<string | null> {
  const video = document.createElement('video');
  video.crossOrigin = 'anonymous';
  video.muted = true;
  video.preload = 'auto';
  try {
    const hasBegun = untilEvent(video, 'loadeddata', signal);
    video.src = url;
    if (!(await hasBegun)) return null;
    const isThere = untilEvent(video, 'seeked', signal);
    video.currentTime = stillAt;
    if (!(await isThere)) return null;
    return toDataUrl(video, { width: video.videoWidth, height: video.videoHeight }, paintPlayMark);
  } finally {
    // Otherwise the rest of the video goes on being fetched.
    video.removeAttribute('src');
    video.load();
  }
}

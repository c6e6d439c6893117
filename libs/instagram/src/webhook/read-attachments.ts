import type { ParsedAttachment } from './parsed-event';
import type { WireMessage } from './wire-schemas';

/** The types that came in place of `share`; for some months both stand in one message. */
const successors = new Set(['ig_post', 'ig_reel', 'reel']);

/** Attachments of a message; a shared post counts once, under its newer type. */
export const readAttachments = ({ attachments }: WireMessage): ParsedAttachment[] => {
  const all = attachments.flatMap((item): ParsedAttachment[] => {
    if (!item) return [];
    const { type, payload } = item;
    const url = payload?.url ?? null;
    const mediaId = payload?.ig_post_media_id ?? payload?.reel_video_id ?? null;
    return [{ type: type ?? 'unknown', url, title: payload?.title ?? null, mediaId }];
  });
  const hasSuccessor = all.some(({ type }) => successors.has(type));
  const seen = new Set<string>();
  return all.filter(({ type, url }) => {
    if ((type === 'share' && hasSuccessor) || (url !== null && seen.has(url))) return false;
    if (url !== null) seen.add(url);
    return true;
  });
};

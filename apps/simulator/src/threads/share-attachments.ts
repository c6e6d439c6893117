import type { Simulation } from '../simulation';
import type { Attachment } from './message';

/** A shared post or reel as Instagram tells of it; for posts the old and the new form exist, for a time both at once. */
export function shareAttachments(
  simulation: Simulation,
  share: { kind: 'post' | 'reel'; mediaId?: string },
): Attachment[] {
  const { world, ids, baseUrl } = simulation;
  const media = world.media.get(share.mediaId ?? '');
  const id = share.mediaId ?? ids.media();
  const title = media?.caption ?? (share.kind === 'post' ? 'A post' : 'A reel');
  if (share.kind === 'reel') {
    return [{ type: 'ig_reel', payload: { url: `${baseUrl}/reel/${id}`, title, reel_video_id: id } }];
  }
  const url = media?.imageUrl ?? `${baseUrl}/cdn/post-${id}.svg`;
  const forms: Record<'ig_post' | 'share', Attachment> = {
    ig_post: { type: 'ig_post', payload: { url, title, ig_post_media_id: id } },
    share: { type: 'share', payload: { url } },
  };
  const shape = world.switches.sharedPostShape;
  return shape === 'both' ? [forms.share, forms.ig_post] : [forms[shape]];
}

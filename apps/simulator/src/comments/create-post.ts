import type { Simulation } from '../simulation';
import type { Media } from './comment';

export type NewPost = {
  caption?: string;
  mediaType?: Media['mediaType'];
  productType?: Media['productType'];
  imageUrl?: string;
  isLive?: boolean;
  adId?: string;
  adTitle?: string;
};

/** The account publishes a post, reel, story or live video. */
export function createPost(simulation: Simulation, accountId: string, input: NewPost): Media {
  const { world, ids, clock, changes, baseUrl } = simulation;
  const id = ids.media();
  const media: Media = {
    id,
    accountId,
    caption: input.caption ?? '',
    mediaType: input.mediaType ?? 'IMAGE',
    productType: input.productType ?? 'FEED',
    imageUrl: input.imageUrl ?? `${baseUrl}/cdn/post-${id}.svg`,
    isLive: input.isLive ?? false,
    areCommentsOff: false,
    adId: input.adId ?? null,
    adTitle: input.adTitle ?? null,
    at: clock.now(),
  };
  world.media.set(id, media);
  changes.publish({ kind: 'comment', accountId });
  return media;
}

import type { InstagramPost } from '@instaflow/contracts';
import type { GraphMedia } from '@instaflow/instagram';

/** A post as the HTTP API shows it. The picture of a photo is the post itself; videos have one of their own. */
export function toPost(media: GraphMedia): InstagramPost {
  const { mediaId, caption, mediaType, productType, permalink, commentCount, createdAt } = media;
  return {
    mediaId,
    caption,
    mediaType,
    productType,
    thumbnailUrl: media.thumbnailUrl ?? (mediaType === 'VIDEO' ? null : media.mediaUrl),
    permalink,
    commentCount,
    publishedAt: createdAt === null ? null : new Date(createdAt).toISOString(),
  };
}

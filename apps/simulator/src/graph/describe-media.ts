import type { Comment, Media } from '../comments/comment';
import type { Simulation } from '../simulation';
import { formatGraphTime } from './graph-time';

/** A comment with every field the Graph API knows; the caller picks. */
export function describeComment(simulation: Simulation, comment: Comment): Record<string, unknown> {
  const replies = [...simulation.world.comments.values()].filter(
    (other) => other.parentId === comment.id && !other.isDeleted,
  );
  return {
    id: comment.id,
    text: comment.text,
    timestamp: formatGraphTime(comment.at),
    username: comment.username,
    from: { id: comment.fromId, username: comment.username },
    parent_id: comment.parentId ?? undefined,
    like_count: 0,
    hidden: comment.isHidden,
    media: { id: comment.mediaId },
    replies:
      replies.length > 0 ? { data: replies.map((reply) => describeComment(simulation, reply)) } : undefined,
  };
}

/** A post with every field the Graph API knows; the caller picks. */
export function describeMedia(simulation: Simulation, media: Media): Record<string, unknown> {
  const comments = [...simulation.world.comments.values()].filter(
    (comment) => comment.mediaId === media.id && !comment.isDeleted,
  );
  return {
    id: media.id,
    caption: media.caption,
    media_type: media.mediaType,
    media_product_type: media.productType,
    media_url: media.imageUrl,
    thumbnail_url: media.mediaType === 'VIDEO' ? media.imageUrl : undefined,
    permalink: `${simulation.baseUrl}/p/${media.id}`,
    timestamp: formatGraphTime(media.at),
    username: simulation.world.accounts.get(media.accountId)?.username,
    comments_count: comments.length,
    like_count: 0,
    is_comment_enabled: !media.areCommentsOff,
  };
}

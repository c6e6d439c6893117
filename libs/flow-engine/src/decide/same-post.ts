type PostFilter = { postPermalink: string | null; mediaId: string | null };
type CommentedPost = {
  mediaId: string;
  originalMediaId?: string | null | undefined;
  permalink?: string | null | undefined;
};

/** Whether a comment is on the post a trigger is bound to; a trigger bound to none takes all posts. */
export function isSamePost({ postPermalink, mediaId }: PostFilter, post: CommentedPost): boolean {
  if (!postPermalink && !mediaId) return true;
  const ids = [post.mediaId, post.originalMediaId];
  if (mediaId && ids.includes(mediaId)) return true;
  if (!postPermalink) return false;
  const wanted = readShortcode(postPermalink);
  return ids.includes(wanted) || (Boolean(post.permalink) && wanted === readShortcode(post.permalink ?? ''));
}

/** The part of an Instagram address that names the post: `https://www.instagram.com/p/<code>/?utm…`. */
export function readShortcode(permalink: string): string {
  const found = /\/(?:p|reel|reels|tv)\/([\w-]+)/.exec(permalink);
  return (
    found?.[1] ??
    permalink
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
  );
}

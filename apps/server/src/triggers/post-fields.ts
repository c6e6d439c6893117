import type { PostScope } from '@instaflow/contracts';
import type { TriggerEntity } from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';

type PostFields = Pick<TriggerEntity, 'postScope' | 'postPermalink' | 'mediaId' | 'postCheckAt'>;
type Wish = { postScope?: PostScope | undefined; postPermalink?: string | null | undefined };

/**
 * Which posts a trigger is about after a change; empty when that is not changed. A post has to be found at Instagram before
 * comments below it can be told, so one that is named anew is looked for at once. 422 `invalid_trigger` for `one` without
 * an address.
 */
export function postFields(wish: Wish, now: number, before: PostFields | null = null): Partial<PostFields> {
  if (before !== null && isUntouched(wish, before)) return {};
  const wanted = readWish(wish, before);
  const { postScope, postPermalink } = wanted;
  if (postScope === 'one' && postPermalink === null) {
    const message = 'Give the address of the post, or choose all posts.';
    throw unprocessable('invalid_trigger', message, [{ path: 'postPermalink', message }]);
  }
  if (postScope === 'all') return { ...wanted, mediaId: null, postCheckAt: null };
  const isSame = before?.postScope === postScope && before.postPermalink === postPermalink;
  return isSame ? {} : { ...wanted, mediaId: null, postCheckAt: new Date(now) };
}

/** Only a trigger of one post has an address. */
function readWish(wish: Wish, before: PostFields | null): Pick<PostFields, 'postScope' | 'postPermalink'> {
  const address = wish.postPermalink === undefined ? (before?.postPermalink ?? null) : wish.postPermalink;
  const postScope = wish.postScope ?? (address === null ? 'all' : 'one');
  return { postScope, postPermalink: postScope === 'one' ? address : null };
}

/** Taking an address away that a trigger of the next post has not got changes nothing. */
function isUntouched(wish: Wish, before: PostFields): boolean {
  if (wish.postScope !== undefined) return false;
  return wish.postPermalink === undefined || (wish.postPermalink === null && before.postScope === 'next');
}

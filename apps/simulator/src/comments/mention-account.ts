import { z } from 'zod';
import { getPerson } from '../persons/get-person';
import type { Simulation } from '../simulation';

export const mentionSchema = z.strictObject({
  igsid: z.string(),
  /** Where the name stands: in the caption of the person's own post, or in a comment under it. */
  in: z.enum(['caption', 'comment']).default('comment'),
  text: z.string().max(2200).optional(),
});

/** A person names the account under a post of somebody else. */
export function mentionAccount(
  simulation: Simulation,
  accountId: string,
  input: z.infer<typeof mentionSchema>,
): { mediaId: string; commentId: string | null } {
  const { world, ids, clock, webhooks } = simulation;
  const person = getPerson(world, accountId, input.igsid);
  const mediaId = ids.media();
  const commentId = input.in === 'comment' ? ids.comment() : null;
  const username = world.accounts.get(accountId)?.username ?? '';
  const isFolded = world.switches.mentionShape === 'comments' && commentId !== null;
  webhooks.emit({
    accountId,
    igsid: input.igsid,
    field: isFolded ? 'comments' : 'mentions',
    kind: 'mention',
    at: clock.now(),
    isStandby: false,
    payload: isFolded
      ? {
          [world.switches.commentIdKey]: commentId,
          from: { id: person.igsid, username: person.username },
          text: input.text ?? `@${username}`,
          media: { id: mediaId, media_product_type: 'FEED' },
        }
      : { media_id: mediaId, ...(commentId ? { comment_id: commentId } : {}) },
  });
  return { mediaId, commentId };
}

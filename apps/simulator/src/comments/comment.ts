import { z } from 'zod';

export const mediaSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  caption: z.string(),
  mediaType: z.enum(['IMAGE', 'VIDEO', 'CAROUSEL_ALBUM']),
  productType: z.enum(['FEED', 'REELS', 'STORY', 'AD']),
  imageUrl: z.string(),
  isLive: z.boolean(),
  areCommentsOff: z.boolean(),
  /** A boosted post: its comments name the ad. */
  adId: z.string().nullable().default(null),
  adTitle: z.string().nullable().default(null),
  at: z.number(),
});
export type Media = z.infer<typeof mediaSchema>;

export const commentSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  mediaId: z.string(),
  parentId: z.string().nullable(),
  /** IGSID of the commenter, or the IG_ID of the account itself. */
  fromId: z.string(),
  username: z.string(),
  text: z.string(),
  /** Written during a live broadcast. */
  isLive: z.boolean().default(false),
  isHidden: z.boolean(),
  isDeleted: z.boolean(),
  /** A comment takes one private reply, ever. */
  hasPrivateReply: z.boolean(),
  at: z.number(),
});
export type Comment = z.infer<typeof commentSchema>;

import { z } from 'zod';

export const personSchema = z.object({
  /** Instagram-scoped id: differs per account even for the same human. */
  igsid: z.string(),
  accountId: z.string(),
  username: z.string(),
  name: z.string(),
  follows: z.boolean(),
  isFollowedByBusiness: z.boolean(),
  isVerified: z.boolean(),
  followerCount: z.number(),
  /** May the profile be read? Only after the person wrote or tapped. */
  hasConsented: z.boolean(),
  /** Blocked the business or left Instagram for now: 551/1545041 on sends. */
  isUnavailable: z.boolean(),
  /** The account is gone: 100/2534014 on sends. */
  isDeleted: z.boolean(),
  createdAt: z.number(),
});

export type Person = z.infer<typeof personSchema>;

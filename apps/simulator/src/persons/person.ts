import { z } from 'zod';

/** What stands in the way of a message to this person; the error catalogue has a row for each. */
export const personProblems = ['blocked_business', 'cannot_receive', 'thread_archived', 'abused'] as const;

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
  problem: z.enum(personProblems).nullable().default(null),
  /** An ig.me link followed before the first message: that message will carry it. */
  pendingReferral: z.record(z.string(), z.unknown()).nullable().default(null),
  createdAt: z.number(),
});

export type Person = z.infer<typeof personSchema>;

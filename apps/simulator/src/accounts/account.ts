import { z } from 'zod';

const callToAction = z.object({ question: z.string(), payload: z.string() });
const menuItem = z.object({
  type: z.enum(['postback', 'web_url']),
  title: z.string(),
  payload: z.string().optional(),
  url: z.string().optional(),
});

export const iceBreakersSchema = z.array(
  z.object({ call_to_actions: z.array(callToAction).max(4), locale: z.string().optional() }),
);
export const persistentMenuSchema = z.array(
  z.object({
    locale: z.string(),
    composer_input_disabled: z.boolean().optional(),
    call_to_actions: z.array(menuItem).max(20),
  }),
);

/** Troubles of an account that every send and read meets; the error catalogue has a row for each. */
export const accountProblems = [
  'no_capability',
  'not_eligible',
  'page_not_linked',
  'link_or_two_factor',
  'policy_block',
] as const;

export const accountSchema = z.object({
  /** App-scoped id: what `/me` calls `id`. */
  id: z.string(),
  /** The professional account's id (IG_ID): `user_id` of `/me`, `entry.id` of webhooks. */
  userId: z.string(),
  pageId: z.string(),
  username: z.string(),
  name: z.string(),
  accountType: z.string(),
  followersCount: z.number(),
  followsCount: z.number(),
  isPublic: z.boolean(),
  /** Meta stopped messaging of this account for policy: 100/2534029. */
  isMessagingBlocked: z.boolean(),
  /** Temporarily restricted: 10/1893063. */
  isRestricted: z.boolean(),
  /** The owner switched off "Allow access to messages": 200/2534041. */
  isMessageAccessOff: z.boolean(),
  problem: z.enum(accountProblems).nullable().default(null),
  /** The program has listed the conversations once; see the switch `creatorsNeedConversations`. */
  hasListedConversations: z.boolean().default(false),
  subscribedFields: z.array(z.string()).nullable(),
  iceBreakers: iceBreakersSchema,
  persistentMenu: persistentMenuSchema,
  createdAt: z.number(),
});

export type Account = z.infer<typeof accountSchema>;

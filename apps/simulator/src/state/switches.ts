import { z } from 'zod';

/** Everything Meta leaves open or words in two ways, with the default the simulator takes. */
export const switchesSchema = z.strictObject({
  /** A tap on a template button opens the 24-hour window and gives profile consent. */
  postbackOpensWindow: z.boolean().default(true),
  storyMentionOpensWindow: z.boolean().default(true),
  reactionOpensWindow: z.boolean().default(false),
  /** Templates in a private reply to a non-follower fail with 2/1545133 and use the reply up. */
  nonFollowerTemplate1545133: z.boolean().default(false),
  quickRepliesInPrivateReply: z.boolean().default(true),
  /** The Human Agent feature was granted to the app. */
  humanAgentFeature: z.boolean().default(true),
  /** Only persons with a role on the app can be written to (error 200 otherwise). */
  standardAccess: z.boolean().default(false),
  /** Own comments and replies come back as comment webhooks. */
  ownCommentsComeBack: z.boolean().default(true),
  commentShape: z.enum(['changes', 'flat']).default('changes'),
  commentIdKey: z.enum(['id', 'comment_id']).default('id'),
  changesTime: z.enum(['seconds', 'milliseconds']).default('seconds'),
  editCountAsText: z.boolean().default(false),
  echoField: z.enum(['message_echoes', 'messages']).default('message_echoes'),
  echoCarriesAppId: z.boolean().default(false),
  bodyWrappedInArray: z.boolean().default(false),
  /** Only the fields an account named in subscribed_apps are delivered; off = whatever the app selected. */
  fieldsPerAccount: z.boolean().default(false),
  windowErrorStatus: z.union([z.literal(400), z.literal(403)]).default(403),
  tokenErrorStatus: z.union([z.literal(400), z.literal(401)]).default(400),
  throttleStatus: z.union([z.literal(400), z.literal(403), z.literal(429)]).default(400),
  meWrapped: z.boolean().default(false),
  tokenWrapped: z.boolean().default(true),
  /** The token exchange answers `user_id` as a bare number beyond 2^53. */
  userIdAsNumber: z.boolean().default(false),
  legacySignature: z.boolean().default(true),
  /** Rates: 0 switches a limit off. */
  messagesPerSecond: z.int().min(0).default(100),
  mediaPerSecond: z.int().min(0).default(10),
  privateRepliesPerHour: z.int().min(0).default(750),
  conversationCallsPerSecond: z.int().min(0).default(2),
  appCallsPerHour: z.int().min(0).default(10_000_000),
  accountCallsPerDay: z.int().min(0).default(10_000_000),
  echoDelayMs: z.int().min(0).default(50),
  webhookTimeoutMs: z.int().min(50).default(5000),
  /** Events of one account that wait while a delivery is under way share the next body. */
  webhookBatchSize: z.int().min(1).max(1000).default(100),
  /** Failing for so long (simulated time) disables the webhook; 0 = never. */
  webhookDisableAfterMs: z.int().min(0).default(3_600_000),
});

export type Switches = z.infer<typeof switchesSchema>;

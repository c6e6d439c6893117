import { z } from 'zod';

/** Everything Meta leaves open or words in two ways, with the default the simulator takes. */
export const switchesSchema = z.strictObject({
  /** A tap on a template button opens the 24-hour window and gives profile consent. */
  postbackOpensWindow: z.boolean().default(true),
  storyMentionOpensWindow: z.boolean().default(true),
  reactionOpensWindow: z.boolean().default(false),
  iceBreakerOpensWindow: z.boolean().default(true),
  /** An ig.me link into an existing thread opens the window. */
  linkOpensWindow: z.boolean().default(true),
  /** Templates in a private reply to a non-follower fail with 2/1545133 and use the reply up. */
  nonFollowerTemplate1545133: z.boolean().default(false),
  quickRepliesInPrivateReply: z.boolean().default(true),
  /** Subcode for a private reply to a comment older than seven days. */
  oldCommentSubcode: z.union([z.literal(2534025), z.literal(2534022)]).default(2534025),
  /** Code for a person who is not available; the subcode is 1545041. */
  unavailableCode: z.union([z.literal(551), z.literal(200)]).default(551),
  /** Button titles beyond 20 characters are cut without a word, or refused. */
  longButtonTitles: z.enum(['cut', 'refuse']).default('cut'),
  /** Media addresses are really fetched and checked for size and type before a send is accepted. */
  fetchMedia: z.boolean().default(false),
  mediaTimeoutMs: z.int().min(50).default(75_000),
  /** The Human Agent feature was granted to the app. */
  humanAgentFeature: z.boolean().default(true),
  /** Only persons with a role on the app can be written to (error 200 otherwise). */
  standardAccess: z.boolean().default(false),
  /** Own comments and replies come back as comment webhooks. */
  ownCommentsComeBack: z.boolean().default(true),
  commentShape: z.enum(['changes', 'flat']).default('changes'),
  commentIdKey: z.enum(['id', 'comment_id']).default('id'),
  /** Commenters' usernames are left blank, as seen under standard access. */
  commentUsernames: z.boolean().default(true),
  /** Mentions come under their own field, or folded into comments. */
  mentionShape: z.enum(['mentions', 'comments']).default('mentions'),
  changesTime: z.enum(['seconds', 'milliseconds']).default('seconds'),
  editCountAsText: z.boolean().default(false),
  editCarriesText: z.boolean().default(true),
  /** Each message is preceded by a `message_edit` with `num_edit` 0. */
  phantomEdits: z.boolean().default(false),
  postbackCarriesMid: z.boolean().default(true),
  /** Attachment types of a shared post: the new one, the old one, or both in one message. */
  sharedPostShape: z.enum(['ig_post', 'share', 'both']).default('ig_post'),
  /** Direct messages come in `messaging[]`, or as `changes[]` with the field's name. */
  messageShape: z.enum(['messaging', 'changes']).default('messaging'),
  echoField: z.enum(['message_echoes', 'messages', 'both']).default('message_echoes'),
  echoCarriesAppId: z.boolean().default(false),
  bodyWrappedInArray: z.boolean().default(false),
  /** Non-ASCII characters and slashes are escaped on the wire. */
  escapedJson: z.boolean().default(true),
  /** `entry.id` is the Page's id, as seen with Facebook Login. */
  entryIdIsPage: z.boolean().default(false),
  /** Creator accounts get webhooks only after the program has listed their conversations once. */
  creatorsNeedConversations: z.boolean().default(false),
  /** Only the fields an account named in subscribed_apps are delivered; off = whatever the app selected. */
  fieldsPerAccount: z.boolean().default(false),
  windowErrorStatus: z.union([z.literal(400), z.literal(403)]).default(403),
  tokenErrorStatus: z.union([z.literal(400), z.literal(401)]).default(400),
  /** HTTP status of missing permissions (10, 200, 230). */
  permissionErrorStatus: z.union([z.literal(400), z.literal(403)]).default(403),
  /** Token errors carry a `www-authenticate` header. */
  authenticateHeader: z.boolean().default(true),
  throttleStatus: z.union([z.literal(400), z.literal(403), z.literal(429)]).default(400),
  meWrapped: z.boolean().default(false),
  tokenWrapped: z.boolean().default(true),
  /** The token exchange answers `user_id` as a bare number beyond 2^53. */
  userIdAsNumber: z.boolean().default(false),
  legacySignature: z.boolean().default(true),
  /** Rates: 0 switches a limit off. */
  messagesPerSecond: z.int().min(0).default(100),
  mediaPerSecond: z.int().min(0).default(10),
  /** Sends to one person within a minute; beyond: 613/2018338. */
  messagesPerThreadPerMinute: z.int().min(0).default(0),
  privateRepliesPerHour: z.int().min(0).default(750),
  conversationCallsPerSecond: z.int().min(0).default(2),
  appCallsPerHour: z.int().min(0).default(10_000_000),
  accountCallsPerDay: z.int().min(0).default(10_000_000),
  echoDelayMs: z.int().min(0).default(50),
  webhookTimeoutMs: z.int().min(50).default(5000),
  /** Events of one account that wait while a delivery is under way share the next body. */
  webhookBatchSize: z.int().min(1).max(1000).default(100),
  /** An event waits so long (real time) for others to share its body. */
  webhookBatchWaitMs: z.int().min(0).max(10_000).default(0),
  /** Events of different accounts share bodies too. */
  webhookBatchAcrossAccounts: z.boolean().default(false),
  /** Failing for so long (simulated time) disables the webhook; 0 = never. */
  webhookDisableAfterMs: z.int().min(0).default(3_600_000),
});

export type Switches = z.infer<typeof switchesSchema>;

import { z } from 'zod';
import { matchModeSchema, timeOfDaySchema, weeklyWindowSchema } from '@instaflow/flow-model';

/** The fallback rules, in order: the first whose keywords match the text answers with `reply`. */
export const fallbackRuleSchema = z.object({
  keywords: z.union([z.string(), z.array(z.string())]),
  match: matchModeSchema.optional(),
  reply: z.string(),
});
export type FallbackRule = z.infer<typeof fallbackRuleSchema>;

/** Hours in which automation keeps quiet, in the account's zone; `weekdays` (all when absent) name the day they begin. */
export const quietHoursSchema = z.object({
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  weekdays: z.array(z.number().int().min(1).max(7)).optional(),
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

export const accountSnapshotSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string().nullable().default(null),
  /** Epoch milliseconds since when the red button is pressed; null when automation is on. */
  pausedAt: z.number().nullable(),
  settings: z.object({
    autoRespond: z.boolean(),
    aiEnabled: z.boolean(),
    debounceWindowMs: z.number(),
    cooldownMs: z.number(),
    fallbackRules: z.array(fallbackRuleSchema),
    defaultReplyFlowId: z.string().nullable(),
    /** Hours between two default replies to one contact. */
    defaultReplyCooldownHours: z.number().default(24),
    humanTakeoverPauseMinutes: z.number().nullable().default(null),
    /** IANA zone. */
    timezone: z.string(),
    /** ISO 3166 alpha-2, for phone numbers written without a country code. */
    country: z.string().nullable().default(null),
    businessHours: z.array(weeklyWindowSchema).nullable().default(null),
    quietHours: quietHoursSchema.nullable().default(null),
  }),
});
/** The connected Instagram account as the engine sees it. */
export type AccountSnapshot = z.infer<typeof accountSnapshotSchema>;

import { z } from 'zod';

export const threadSchema = z.object({
  conversationId: z.string(),
  accountId: z.string(),
  igsid: z.string(),
  /** Who may write: `other` = another app holds the thread (events go to standby, sends fail). */
  owner: z.enum(['app', 'other']),
  /** Where the person finds it: a business that writes first to a non-follower lands in requests. */
  folder: z.enum(['inbox', 'requests']),
  /** Where the business finds it: answers through the API move it to General, strangers start in Requests. */
  businessFolder: z.enum(['primary', 'general', 'requests']).default('primary'),
  /** Start of the 24-hour window; null while the person never opened it. */
  windowOpenedAt: z.number().nullable(),
  updatedAt: z.number(),
  /** The business shows "typing" until then. */
  typingUntil: z.number(),
  /** When the business marked the thread as seen. */
  seenByBusinessAt: z.number(),
  mids: z.array(z.string()),
});

export type Thread = z.infer<typeof threadSchema>;

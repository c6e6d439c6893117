import { z } from 'zod';

export const webhookEventSchema = z.object({
  accountId: z.string(),
  igsid: z.string(),
  /** The field an app must have selected to get it. */
  field: z.string(),
  /** A word for logs: message, echo, reaction, read, postback, comment, … */
  kind: z.string(),
  /** One element of `messaging[]`, or the `value` of a change. */
  payload: z.record(z.string(), z.unknown()),
  at: z.number(),
  isStandby: z.boolean(),
});

/** One thing that happened, before it is put into an envelope. */
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

const changeFields: readonly string[] = ['comments', 'live_comments', 'mentions', 'story_insights'];

export function isChange(event: WebhookEvent): boolean {
  return changeFields.includes(event.field);
}

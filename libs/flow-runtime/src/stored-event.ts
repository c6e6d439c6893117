import { z } from 'zod';
import { effectResultSchema, inboundEventSchema } from '@instaflow/flow-engine';

/** What intake keeps of an event for the turn, beside the platform's raw form. */
export const storedEventSchema = z.object({
  text: inboundEventSchema.shape.text.default(null),
  payload: inboundEventSchema.shape.payload.default(null),
  mid: inboundEventSchema.shape.mid.default(null),
  replyToMid: inboundEventSchema.shape.replyToMid,
  attachments: inboundEventSchema.shape.attachments,
  comment: inboundEventSchema.shape.comment,
  command: inboundEventSchema.shape.command,
  story: inboundEventSchema.shape.story,
  referral: inboundEventSchema.shape.referral,
  /** Of a record: told of the account itself. */
  isOwn: z.boolean().optional(),
  /** Of what an effect came to. */
  result: effectResultSchema.optional(),
  /** Of a reaction: the emoji, null when it was taken back. */
  reaction: z.string().nullish(),
  /** Of an echo: the message as the log would show it. */
  message: z
    .object({ type: z.string(), content: z.record(z.string(), z.unknown()), preview: z.string() })
    .optional(),
});
export type StoredEvent = z.infer<typeof storedEventSchema>;

import type { OutgoingFile, OutgoingMessage } from '@instaflow/instagram';
import { z } from 'zod';

const button = z.union([
  z.object({ type: z.literal('postback'), title: z.string(), payload: z.string() }),
  z.object({ type: z.literal('web_url'), title: z.string(), url: z.string() }),
]);

const quickReply = z.union([
  z.object({ type: z.enum(['user_email', 'user_phone_number']), payload: z.string().optional() }),
  z.object({ title: z.string(), payload: z.string() }),
]);

const file: z.ZodType<OutgoingFile> = z.union([
  z.object({ url: z.string() }),
  z.object({ attachmentId: z.string() }),
]);

const message: z.ZodType<OutgoingMessage> = z.object({
  text: z.string().optional(),
  media: file.and(z.object({ type: z.enum(['image', 'video', 'audio', 'file']) })).optional(),
  images: z.array(file).optional(),
  sticker: z.literal('like_heart').optional(),
  sharedPostId: z.string().optional(),
  quickReplies: z.array(quickReply).optional(),
  buttons: z.array(button).optional(),
  elements: z
    .array(
      z.object({
        title: z.string(),
        subtitle: z.string().optional(),
        imageUrl: z.string().optional(),
        url: z.string().optional(),
        buttons: z.array(button).optional(),
      }),
    )
    .optional(),
});

/** What the outbox keeps of a message, by kind. */
export const outboundPayload = {
  message: z.object({
    message,
    allowWhenOptedOut: z.boolean().optional(),
    /** The message it answers. */
    replyToMid: z.string().optional(),
  }),
  private_reply: z.object({ commentId: z.string(), message }),
  comment_reply: z.object({ commentId: z.string(), text: z.string() }),
} as const;

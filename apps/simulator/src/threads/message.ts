import { z } from 'zod';

const json = z.record(z.string(), z.unknown());

export const attachmentSchema = z.object({ type: z.string(), payload: json });
export type Attachment = z.infer<typeof attachmentSchema>;

export const buttonSchema = z.object({
  type: z.enum(['web_url', 'postback']),
  title: z.string(),
  url: z.string().optional(),
  payload: z.string().optional(),
});
export type Button = z.infer<typeof buttonSchema>;

export const elementSchema = z.object({
  title: z.string(),
  subtitle: z.string().optional(),
  imageUrl: z.string().optional(),
  defaultUrl: z.string().optional(),
  buttons: z.array(buttonSchema),
});
export type Element = z.infer<typeof elementSchema>;

export const quickReplySchema = z.object({
  contentType: z.string(),
  title: z.string(),
  payload: z.string(),
});
export type QuickReply = z.infer<typeof quickReplySchema>;

export const messageSchema = z.object({
  mid: z.string(),
  accountId: z.string(),
  igsid: z.string(),
  /** `in` = the customer wrote it. */
  direction: z.enum(['in', 'out']),
  source: z.enum(['person', 'api', 'app']),
  at: z.number(),
  text: z.string().optional(),
  attachments: z.array(attachmentSchema).optional(),
  quickReplies: z.array(quickReplySchema).optional(),
  elements: z.array(elementSchema).optional(),
  buttons: z.array(buttonSchema).optional(),
  /** What was tapped to make this message. */
  tapped: z
    .object({ kind: z.enum(['quick_reply', 'button', 'ice_breaker', 'menu']), payload: z.string() })
    .optional(),
  replyToMid: z.string().optional(),
  replyToStory: z.object({ id: z.string(), url: z.string() }).optional(),
  /** Set on a private reply: the comment it answers. */
  commentId: z.string().optional(),
  tag: z.string().optional(),
  isUnsupported: z.boolean().optional(),
  isDeleted: z.boolean().optional(),
  editCount: z.number().optional(),
  /** Reaction per side, as an emoji. */
  personReaction: z.string().optional(),
  businessReaction: z.string().optional(),
  isSeen: z.boolean().optional(),
});

export type Message = z.infer<typeof messageSchema>;

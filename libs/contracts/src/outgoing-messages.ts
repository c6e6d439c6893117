import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { messagingLimits as limits } from './messaging-limits';
import { idParams, uuid } from './primitives';

const webAddress = z.url({ protocol: /^https?$/ }).max(2_000);
const title = z.string().trim().min(1).max(80);
const payload = z.string().min(1).max(1_000);
const fileKind = z.enum(['image', 'video', 'audio', 'file']);

/** A file of the workspace, or one anywhere on the web; `kind` is guessed by its name when absent. */
export const outgoingAttachment = z.union([
  z.strictObject({ mediaFileId: uuid }),
  z.strictObject({ url: webAddress, kind: fileKind.optional() }),
]);
export type OutgoingAttachment = z.infer<typeof outgoingAttachment>;

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title, payload }),
  z.strictObject({ type: z.literal('web_url'), title, url: webAddress }),
]);

const quickReply = z.union([
  z.strictObject({ title, payload }),
  /** The person's own address or number, as Instagram knows it. */
  z.strictObject({ type: z.enum(['user_email', 'user_phone_number']) }),
]);

const card = z.strictObject({
  title,
  subtitle: title.optional(),
  imageUrl: webAddress.optional(),
  url: webAddress.optional(),
  buttons: z.array(button).min(1).max(limits.buttons).optional(),
});

/**
 * What a person sends. Several parts become several messages in this order: cards, post, heart, pictures (in one message),
 * each other file, text. Buttons and quick replies belong to the text, `replyToMessageId` to the first message.
 */
export const outgoingBody = z
  .strictObject({
    text: z.string().trim().min(1).max(10_000).optional(),
    /** One file, as `attachments` with one address. */
    mediaUrl: webAddress.optional(),
    mediaType: fileKind.optional(),
    attachments: z.array(outgoingAttachment).min(1).max(limits.images).optional(),
    quickReplies: z.array(quickReply).min(1).max(limits.quickReplies).optional(),
    buttons: z.array(button).min(1).max(limits.buttons).optional(),
    cards: z.array(card).min(1).max(limits.carouselElements).optional(),
    /** Media id of a post of the account. */
    sharedPostId: z
      .string()
      .regex(/^\d{1,32}$/)
      .optional(),
    sticker: z.literal('like_heart').optional(),
    /** The message of this conversation it answers, shown above it. */
    replyToMessageId: uuid.optional(),
  })
  .refine(
    ({ text, mediaUrl, attachments, cards, sharedPostId, sticker }) =>
      [text, mediaUrl, attachments, cards, sharedPostId, sticker].some((part) => part !== undefined),
    'needs a text, a file, cards, a post or a sticker',
  )
  .refine(({ text, buttons, quickReplies }) => text !== undefined || !(buttons ?? quickReplies), {
    path: ['text'],
    message: 'is needed for buttons and quick replies',
  })
  .refine(({ buttons, quickReplies }) => !(buttons && quickReplies), {
    path: ['quickReplies'],
    message: 'cannot stand beside buttons',
  });
export type OutgoingBody = z.infer<typeof outgoingBody>;

/** What is done in a conversation without a message. */
export const outgoingMessageEndpoints = {
  reactToMessage: defineEndpoint({
    method: 'PUT',
    path: '/conversations/{id}/messages/{messageId}/reaction',
    access: 'agent',
    tag: 'conversations',
    summary: 'Reacts to a message of the person with an emoji, or takes the reaction back (null)',
    status: 200,
    params: idParams.extend({ messageId: uuid }),
    /** `love` or an emoji; with Facebook Login only `love`. */
    body: z.strictObject({ reaction: z.string().trim().min(1).max(16).nullable() }),
    response: z.object({ reaction: z.string().nullable() }),
  }),
  sendConversationAction: defineEndpoint({
    method: 'POST',
    path: '/conversations/{id}/actions',
    access: 'agent',
    tag: 'conversations',
    summary: 'Shows the person that somebody is typing (for some 20 seconds), or has seen what they wrote',
    status: 200,
    params: idParams,
    body: z.strictObject({ action: z.enum(['typing_on', 'typing_off', 'mark_seen']) }),
    response: z.object({ isDone: z.boolean() }),
  }),
};

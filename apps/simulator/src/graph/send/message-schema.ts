import { z } from 'zod';

export const maxTitleCharacters = 20;

/** Longer titles are cut without a word, as Instagram does. Counted in code points. */
const title = z
  .string()
  .min(1)
  .transform((text) => [...text].slice(0, maxTitleCharacters).join(''));

const webAddress = z.string().regex(/^https?:\/\/\S+$/i, 'must be a valid URL');

const button = z.discriminatedUnion('type', [
  z.object({ type: z.literal('web_url'), url: webAddress, title }),
  z.object({ type: z.literal('postback'), title, payload: z.string().min(1).max(1000) }),
]);

const element = z
  .object({
    title: z.string().min(1).max(80),
    subtitle: z.string().max(80).optional(),
    image_url: webAddress.optional(),
    default_action: z.object({ type: z.literal('web_url'), url: webAddress }).optional(),
    buttons: z.array(button).min(1).max(3).optional(),
  })
  .refine(
    (value) => value.subtitle ?? value.image_url ?? value.default_action ?? value.buttons,
    'needs at least one property besides title',
  );

const template = z.discriminatedUnion('template_type', [
  z.object({ template_type: z.literal('generic'), elements: z.array(element).min(1).max(10) }),
  z.object({
    template_type: z.literal('button'),
    text: z.string().min(1).max(640),
    buttons: z.array(button).min(1).max(3),
  }),
]);

const media = z
  .object({
    url: webAddress.optional(),
    attachment_id: z.string().optional(),
    is_reusable: z.boolean().optional(),
  })
  .refine((value) => value.url ?? value.attachment_id, 'needs url or attachment_id');

const attachment = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['image', 'video', 'audio', 'file']), payload: media }),
  z.object({ type: z.literal('like_heart') }),
  z.object({ type: z.literal('MEDIA_SHARE'), payload: z.object({ id: z.string() }) }),
  z.object({ type: z.literal('template'), payload: template }),
]);

const quickReply = z.discriminatedUnion('content_type', [
  z.object({ content_type: z.literal('text'), title, payload: z.string().min(1).max(1000) }),
  z.object({
    content_type: z.enum(['user_phone_number', 'user_email']),
    payload: z.string().max(1000).optional(),
  }),
]);

const maxTextBytes = 1000;

/** Meta refuses text with a broken link instead of sending it as plain text. */
function hasGoodLinks(text: string): boolean {
  return (text.match(/https?:\/\/\S*/gi) ?? []).every((link) => URL.canParse(link));
}

/** `message` of a send, with the limits of the Instagram messaging documentation. */
export const outgoingMessageSchema = z
  .object({
    text: z
      .string()
      .min(1)
      .refine(
        (text) => Buffer.byteLength(text) <= maxTextBytes,
        `must be at most ${maxTextBytes} bytes of UTF-8`,
      )
      .refine(hasGoodLinks, 'holds a link that is not well formed')
      .optional(),
    quick_replies: z.array(quickReply).max(13).optional(),
    attachment: attachment.optional(),
    attachments: z.array(attachment).min(1).max(10).optional(),
  })
  .refine(
    (message) => [message.text, message.attachment, message.attachments].filter(Boolean).length === 1,
    'must hold exactly one of text, attachment, attachments',
  )
  .refine(
    (message) => message.attachments?.every(({ type }) => type === 'image') ?? true,
    'several attachments must all be images',
  );

export type OutgoingMessage = z.infer<typeof outgoingMessageSchema>;
export type OutgoingAttachment = z.infer<typeof attachment>;
export const uploadedAttachmentSchema = z.object({
  type: z.enum(['image', 'video', 'audio', 'file']),
  payload: z.object({ url: webAddress }),
});

import { messagingLimits as limits } from '@instaflow/contracts';
import type { JsonObject, JsonValue } from '../json/json-value';
import { checkOutgoing } from './check-outgoing';
import { refuseContent } from './classify-answer';
import type { GraphFailure } from './graph-result';
import type {
  OutgoingButton,
  OutgoingElement,
  OutgoingFile,
  OutgoingMessage,
  OutgoingQuickReply,
} from './outgoing-message';

export type BuiltMessage = { ok: true; message: JsonObject } | GraphFailure;

/**
 * The `message` of a send request for one outgoing message. What Instagram would refuse (several kinds in one
 * message, too many buttons, a text of more than 1000 bytes) is refused here, so that no attempt is spent on it; titles
 * that are too long are cut, as Instagram itself does with those of quick replies.
 */
export const buildMessage = (message: OutgoingMessage): BuiltMessage => {
  const problem = checkOutgoing(message).find(({ isCut }) => !isCut);
  if (problem) return refuseContent(problem.code, problem.sentence);
  const body = bodyOf(message);
  if (message.quickReplies?.length) body['quick_replies'] = message.quickReplies.map(quickReply);
  return { ok: true, message: body };
};

const bodyOf = (message: OutgoingMessage): JsonObject => {
  const { text, media, images, buttons, elements, sticker, sharedPostId } = message;
  if (media) return { attachment: { type: media.type, payload: file(media) } };
  if (images?.length) {
    return { attachments: images.map((image) => ({ type: 'image', payload: file(image) })) };
  }
  if (elements?.length) return template({ template_type: 'generic', elements: elements.map(element) });
  if (sticker) return { attachment: { type: sticker } };
  if (sharedPostId) return { attachment: { type: 'MEDIA_SHARE', payload: { id: sharedPostId } } };
  if (buttons?.length)
    return template({ template_type: 'button', text: text ?? '', buttons: buttons.map(button) });
  return { text: text ?? '' };
};

const file = (source: OutgoingFile): JsonObject =>
  'url' in source ? { url: source.url } : { attachment_id: source.attachmentId };

const template = (payload: JsonObject): JsonObject => ({ attachment: { type: 'template', payload } });

/** By characters, because half an emoji is no text. */
const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : Array.from(text).slice(0, limit).join('');

const quickReply = (reply: OutgoingQuickReply): JsonValue =>
  'title' in reply
    ? { content_type: 'text', title: cut(reply.title, limits.titleLength), payload: reply.payload }
    : { content_type: reply.type, ...(reply.payload !== undefined && { payload: reply.payload }) };

const button = (item: OutgoingButton): JsonValue => {
  const title = cut(item.title, limits.titleLength);
  return item.type === 'web_url'
    ? { type: 'web_url', title, url: item.url }
    : { type: 'postback', title, payload: item.payload };
};

const element = (item: OutgoingElement): JsonValue => ({
  title: cut(item.title, limits.cardTextLength),
  ...(item.subtitle !== undefined && { subtitle: cut(item.subtitle, limits.cardTextLength) }),
  ...(item.imageUrl !== undefined && { image_url: item.imageUrl }),
  ...(item.url !== undefined && { default_action: { type: 'web_url', url: item.url } }),
  ...(item.buttons?.length && { buttons: item.buttons.map(button) }),
});

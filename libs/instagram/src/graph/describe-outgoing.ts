import type { MessageContent, MessageType } from '@instaflow/contracts';
import { previewOf } from '../webhook/preview-of';
import type { OutgoingFile, OutgoingMessage, OutgoingQuickReply } from './outgoing-message';

export type OutgoingDescription = { type: MessageType; content: MessageContent; preview: string };

/** How a message of ours appears in the message log and in the list of conversations. */
export const describeOutgoing = (message: OutgoingMessage): OutgoingDescription => {
  const type = typeOf(message);
  const text = message.sticker ? '❤️' : message.text;
  const content: MessageContent = {
    ...(text !== undefined && { text }),
    ...filesOf(message),
    ...(message.sharedPostId && { mediaId: message.sharedPostId }),
    ...(message.quickReplies && { quickReplies: message.quickReplies.map(showQuickReply) }),
    ...(message.buttons && { buttons: message.buttons }),
    ...(message.elements && { elements: message.elements }),
  };
  return { type, content, preview: previewOf({ type, content }) };
};

const typeOf = (message: OutgoingMessage): MessageType => {
  if (message.media) return message.media.type;
  if (message.images?.length) return 'image';
  if (message.sharedPostId) return 'share';
  return message.elements ? 'carousel' : 'text';
};

const filesOf = ({ media, images }: OutgoingMessage): MessageContent => {
  if (media) return { ...addressOf(media), mediaType: media.type };
  const [first] = images ?? [];
  if (!images || !first) return {};
  const attachments = images.map((image) => ({ type: 'image', url: 'url' in image ? image.url : null }));
  return { ...addressOf(first), mediaType: 'image', ...(images.length > 1 && { attachments }) };
};

const addressOf = (file: OutgoingFile): MessageContent =>
  'url' in file ? { mediaUrl: file.url } : { attachmentId: file.attachmentId };

const ownData = { user_email: 'Share e-mail address', user_phone_number: 'Share phone number' } as const;

const showQuickReply = (reply: OutgoingQuickReply) =>
  'title' in reply ? reply : { title: ownData[reply.type], payload: reply.payload ?? reply.type };

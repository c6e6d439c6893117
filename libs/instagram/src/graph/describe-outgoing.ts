import type { MessageContent, MessageType } from '@instaflow/contracts';
import { previewOf } from '../webhook/preview-of';
import type { OutgoingMessage } from './outgoing-message';

export type OutgoingDescription = { type: MessageType; content: MessageContent; preview: string };

/** How a message of ours appears in the message log and in the list of conversations. */
export const describeOutgoing = (message: OutgoingMessage): OutgoingDescription => {
  const type = typeOf(message);
  const content: MessageContent = {
    ...(message.text !== undefined && { text: message.text }),
    ...(message.media && { mediaUrl: message.media.url, mediaType: message.media.type }),
    ...(message.quickReplies && { quickReplies: message.quickReplies }),
    ...(message.buttons && { buttons: message.buttons }),
    ...(message.elements && { elements: message.elements }),
  };
  return { type, content, preview: previewOf({ type, content }) };
};

const typeOf = (message: OutgoingMessage): MessageType => {
  if (message.media) return message.media.type;
  return message.elements ? 'carousel' : 'text';
};

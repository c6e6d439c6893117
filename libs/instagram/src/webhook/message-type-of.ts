import type { MessageType } from '@instaflow/contracts';
import type { ParsedEvent, ParsedEventKind } from './parsed-event';

const typeOfKind: Partial<Record<ParsedEventKind, MessageType>> = {
  quick_reply: 'quick_reply_response',
  postback: 'button_response',
  comment: 'comment',
  story_reply: 'story_reply',
  story_mention: 'story_mention',
  reaction: 'reaction',
  deletion: 'deleted',
  unsupported: 'unsupported',
};

const typeOfAttachment: Record<string, MessageType> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  file: 'file',
  template: 'carousel',
  story_mention: 'story_mention',
  ephemeral: 'unsupported',
};

/** How an event appears in the message log; null for events that are no message (read, edit, referral, unhandled). */
export const messageTypeOf = (event: ParsedEvent): MessageType | null => {
  if (event.kind === 'text' || event.kind === 'media' || event.kind === 'echo') return typeByContent(event);
  return typeOfKind[event.kind] ?? null;
};

const typeByContent = ({ attachments }: ParsedEvent): MessageType => {
  const first = attachments[0];
  if (!first || first.type === 'fallback') return 'text';
  return typeOfAttachment[first.type] ?? 'share';
};

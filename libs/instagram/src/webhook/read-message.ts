import { dedupeKey, unhandledEvent } from './event-context';
import type { ParsedEvent, ParsedEventKind } from './parsed-event';
import { readAttachments } from './read-attachments';
import { readReferral } from './read-referral';
import type { WireMessage } from './wire-schemas';

/** Reads `message` of a messaging entry: texts, media, taps of quick replies, story replies, echoes, deletions. */
export const readMessage = (event: ParsedEvent, message: WireMessage): ParsedEvent => {
  const { mid, reply_to: replyTo } = message;
  if (mid === null) return unhandledEvent(event, 'message_without_mid');
  const filled: ParsedEvent = {
    ...event,
    mid,
    dedupeKey: dedupeKey('mid', mid),
    text: message.text,
    payload: message.quick_reply?.payload ?? null,
    replyToMid: replyTo?.mid ?? null,
    story: replyTo?.story ?? null,
    attachments: readAttachments(message),
    referral: readReferral(message.referral),
  };
  if (message.is_deleted) {
    return { ...filled, kind: 'deletion', dedupeKey: dedupeKey('deleted', mid), text: null, attachments: [] };
  }
  return { ...filled, kind: event.isEcho ? 'echo' : kindOf(filled, message) };
};

const kindOf = (event: ParsedEvent, message: WireMessage): ParsedEventKind => {
  if (message.is_unsupported) return 'unsupported';
  if (event.payload !== null) return 'quick_reply';
  if (event.attachments.some(({ type }) => type === 'story_mention')) return 'story_mention';
  if (event.story) return 'story_reply';
  // What a person wrote decides, also when a shared post or a link preview hangs on it.
  if (event.text) return 'text';
  return event.attachments.length > 0 ? 'media' : 'unsupported';
};

import { readFlag, readId, readObject, readText } from '../json/read-fields';
import type { JsonObject } from '../json/json-value';
import { dedupeKey, readAttachments, readReferral, unhandledEvent } from './event-context';
import type { ParsedEvent, ParsedEventKind } from './parsed-event';

/** Reads `message` of a messaging entry: texts, media, taps of quick replies, story replies, echoes, deletions. */
export const readMessage = (event: ParsedEvent, message: JsonObject): ParsedEvent => {
  const mid = readId(message, 'mid');
  if (mid === null) return unhandledEvent(event, 'message_without_mid');
  const replyTo = readObject(message, 'reply_to');
  const story = readObject(replyTo, 'story');
  const filled: ParsedEvent = {
    ...event,
    mid,
    dedupeKey: dedupeKey('mid', mid),
    text: readText(message, 'text'),
    payload: readText(readObject(message, 'quick_reply'), 'payload'),
    replyToMid: readId(replyTo, 'mid'),
    story: story && { id: readId(story, 'id'), url: readText(story, 'url') },
    attachments: readAttachments(message),
    referral: readReferral(message),
  };
  if (readFlag(message, 'is_deleted')) {
    return { ...filled, kind: 'deletion', dedupeKey: dedupeKey('deleted', mid), text: null, attachments: [] };
  }
  return { ...filled, kind: event.isEcho ? 'echo' : kindOf(filled, message) };
};

const kindOf = (event: ParsedEvent, message: JsonObject): ParsedEventKind => {
  if (readFlag(message, 'is_unsupported')) return 'unsupported';
  if (event.payload !== null) return 'quick_reply';
  if (event.attachments.some(({ type }) => type === 'story_mention')) return 'story_mention';
  if (event.story) return 'story_reply';
  // What a person wrote decides, also when a shared post or a link preview hangs on it.
  if (event.text) return 'text';
  return event.attachments.length > 0 ? 'media' : 'unsupported';
};

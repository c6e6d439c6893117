import { readFlag, readId, readNumber, readObject, readText } from '../json/read-fields';
import type { JsonObject } from '../json/json-value';
import {
  blankEvent,
  dedupeKey,
  hashText,
  normaliseTime,
  readReferral,
  unhandledEvent,
  type EventContext,
} from './event-context';
import type { ParsedEvent } from './parsed-event';
import { readMessage } from './read-message';

type Reader = (event: ParsedEvent, part: JsonObject) => ParsedEvent;

const readPostback: Reader = (event, postback) => {
  const mid = readId(postback, 'mid');
  const payload = readText(postback, 'payload');
  return {
    ...event,
    kind: 'postback',
    mid,
    text: readText(postback, 'title'),
    payload,
    referral: readReferral(postback),
    dedupeKey:
      mid === null
        ? dedupeKey('postback', event.senderId, event.platformAt, hashText(payload ?? ''))
        : dedupeKey('mid', mid),
  };
};

const readReaction: Reader = (event, reaction) => {
  const mid = readId(reaction, 'mid');
  const action = readText(reaction, 'action') === 'unreact' ? 'unreact' : 'react';
  return {
    ...event,
    kind: 'reaction',
    mid,
    reaction: { action, reaction: readText(reaction, 'reaction'), emoji: readText(reaction, 'emoji') },
    dedupeKey: dedupeKey('reaction', mid, action, event.senderId, event.platformAt),
  };
};

/** Instagram names the message that was read; Messenger's watermark is only kept. */
const readRead: Reader = (event, read) => {
  const mid = readId(read, 'mid');
  if (mid === null) return unhandledEvent(event, 'read_without_mid');
  return { ...event, kind: 'read', mid, dedupeKey: dedupeKey('read', mid) };
};

/** Edits numbered 0 are phantoms that some accounts receive instead of the message. */
const readEdit: Reader = (event, edit) => {
  const mid = readId(edit, 'mid');
  const number = readNumber(edit, 'num_edit') ?? 0;
  if (mid === null || number < 1) return unhandledEvent(event, 'edit_without_number');
  return {
    ...event,
    kind: 'edit',
    mid,
    text: readText(edit, 'text'),
    dedupeKey: dedupeKey('edit', mid, number),
  };
};

const readReferralEvent: Reader = (event, part) => {
  const referral = readReferral({ referral: part });
  const ref = referral?.ref ?? null;
  const key = dedupeKey('referral', event.senderId, event.platformAt, hashText(ref ?? ''));
  return { ...event, kind: 'referral', referral, payload: ref, dedupeKey: key };
};

const readers: [key: string, read: Reader][] = [
  ['message', readMessage],
  ['postback', readPostback],
  ['reaction', readReaction],
  ['read', readRead],
  ['message_edit', readEdit],
  ['referral', readReferralEvent],
];

const recognisedButUnhandled = [
  'optin',
  'delivery',
  'pass_thread_control',
  'take_thread_control',
  'request_thread_control',
  'app_roles',
  'policy_enforcement',
  'response_feedback',
];

const withPeople = (event: ParsedEvent, item: JsonObject): ParsedEvent => {
  const message = readObject(item, 'message');
  const senderId = readId(readObject(item, 'sender'), 'id');
  const recipientId = readId(readObject(item, 'recipient'), 'id');
  const isEcho = readFlag(message, 'is_echo') || (senderId !== null && senderId === event.entryId);
  return {
    ...event,
    senderId,
    recipientId,
    isEcho,
    isSelf: readFlag(message, 'is_self') || readFlag(item, 'is_self'),
    contactInstagramId: isEcho ? recipientId : senderId,
  };
};

/** Reads one item of `messaging[]` or `standby[]`, or a `changes[]` value of the same shape. */
export const readMessaging = (context: EventContext, item: JsonObject): ParsedEvent => {
  const platformAt = normaliseTime(readNumber(item, 'timestamp'), context.entryAt);
  const event = withPeople({ ...blankEvent(context), platformAt }, item);
  for (const [key, read] of readers) {
    const part = readObject(item, key);
    if (!part) continue;
    if (event.contactInstagramId === null) return unhandledEvent(event, 'nobody_named');
    return read(event, part);
  }
  const known = recognisedButUnhandled.find((key) => key in item);
  return unhandledEvent(event, known ?? 'unknown');
};

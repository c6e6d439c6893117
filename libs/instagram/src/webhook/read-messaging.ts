import type { JsonObject } from '../json/json-value';
import {
  blankEvent,
  dedupeKey,
  hashText,
  normaliseTime,
  unhandledEvent,
  type EventContext,
} from './event-context';
import { noticeOf } from './notice-of';
import type { ParsedEvent } from './parsed-event';
import { readMessage } from './read-message';
import { readReferral } from './read-referral';
import { messagingSchema, type WireMessaging } from './wire-schemas';

/** Reads one item of `messaging[]` or `standby[]`, or a `changes[]` value of the same shape. */
export const readMessaging = (context: EventContext, item: JsonObject): ParsedEvent => {
  const wire = messagingSchema.parse(item);
  const platformAt = normaliseTime(wire.timestamp, context.entryAt);
  const event = withPeople({ ...blankEvent(context), platformAt }, wire);
  const read = readerOf(wire);
  if (read) return event.contactInstagramId === null ? unhandledEvent(event, 'nobody_named') : read(event);
  const known = noticeOf(wire);
  if (known) return { ...unhandledEvent(event, known.reason), notice: known.notice };
  return unhandledEvent(event, namedButUnhandled.find((key) => key in item) ?? 'unknown');
};

const namedButUnhandled = ['delivery', 'app_roles'];

type Part<Key extends keyof WireMessaging> = NonNullable<WireMessaging[Key]>;

const readerOf = (wire: WireMessaging): ((event: ParsedEvent) => ParsedEvent) | null => {
  const { message, postback, reaction, read, message_edit: edit, referral } = wire;
  if (message) return (event) => readMessage(event, message);
  if (postback) return (event) => readPostback(event, postback);
  if (reaction) return (event) => readReaction(event, reaction);
  if (read) return (event) => readRead(event, read);
  if (edit) return (event) => readEdit(event, edit);
  return referral ? (event) => readReferralEvent(event, referral) : null;
};

const withPeople = (event: ParsedEvent, wire: WireMessaging): ParsedEvent => {
  const senderId = wire.sender?.id ?? null;
  const recipientId = wire.recipient?.id ?? null;
  const isEcho = wire.message?.is_echo === true || (senderId !== null && senderId === event.entryId);
  return {
    ...event,
    senderId,
    recipientId,
    isEcho,
    isSelf: isSelf(wire),
    contactInstagramId: isEcho ? recipientId : senderId,
  };
};

/** The mark stands in the message, but beside a tap. */
const isSelf = ({ message, postback, is_self: mark }: WireMessaging): boolean =>
  mark || message?.is_self === true || postback?.is_self === true;

const readPostback = (
  event: ParsedEvent,
  { mid, title, payload, referral }: Part<'postback'>,
): ParsedEvent => ({
  ...event,
  kind: 'postback',
  mid,
  text: title,
  payload,
  referral: readReferral(referral),
  dedupeKey:
    mid === null
      ? dedupeKey('postback', event.senderId, event.platformAt, hashText(payload ?? ''))
      : dedupeKey('mid', mid),
});

const readReaction = (event: ParsedEvent, wire: Part<'reaction'>): ParsedEvent => {
  const { mid, reaction, emoji } = wire;
  const action = wire.action === 'unreact' ? 'unreact' : 'react';
  return {
    ...event,
    kind: 'reaction',
    mid,
    reaction: { action, reaction, emoji },
    dedupeKey: dedupeKey('reaction', mid, action, event.senderId, event.platformAt),
  };
};

/** Instagram names the message that was read; Messenger's watermark is only kept. */
const readRead = (event: ParsedEvent, { mid }: Part<'read'>): ParsedEvent =>
  mid === null
    ? unhandledEvent(event, 'read_without_mid')
    : { ...event, kind: 'read', mid, dedupeKey: dedupeKey('read', mid) };

/** Edits numbered 0 are phantoms that some accounts receive instead of the message. */
const readEdit = (event: ParsedEvent, { mid, text, num_edit: count }: Part<'message_edit'>): ParsedEvent => {
  const number = count ?? 0;
  if (mid === null || number < 1) return unhandledEvent(event, 'edit_without_number');
  return { ...event, kind: 'edit', mid, text, dedupeKey: dedupeKey('edit', mid, number) };
};

const readReferralEvent = (event: ParsedEvent, wire: Part<'referral'>): ParsedEvent => {
  const referral = readReferral(wire);
  const ref = referral?.ref ?? null;
  const key = dedupeKey('referral', event.senderId, event.platformAt, hashText(ref ?? ''));
  return { ...event, kind: 'referral', referral, payload: ref, dedupeKey: key };
};

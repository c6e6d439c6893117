import { createHash } from 'node:crypto';
import type { JsonObject } from '../json/json-value';
import type { ParsedEvent } from './parsed-event';

/** Where a single event was found. Times are epoch milliseconds. */
export type EventContext = {
  entryId: string;
  entryAt: number;
  receivedAt: number;
  isStandby: boolean;
  raw: JsonObject;
};

const dayMs = 86_400_000;
const year2010 = 1_262_304_000_000;
const maxKeyLength = 512;

/** Messaging samples carry milliseconds, changes seconds; implausible times (or none) become `fallback`. */
export const normaliseTime = (time: number | null, fallback: number): number => {
  if (time === null) return fallback;
  const ms = Math.trunc(time < 1e12 ? time * 1000 : time);
  return ms >= year2010 && ms <= fallback + dayMs ? ms : fallback;
};

export const hashText = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 40);

/** Joins the parts of a dedupe key; too long ones are hashed so that they always fit into an index. */
export const dedupeKey = (...parts: (string | number | null)[]): string => {
  const key = parts.map((part) => part ?? '').join(':');
  return key.length <= maxKeyLength ? key : `long:${hashText(key)}`;
};

/** An event with everything absent; `unhandled` until a reader says otherwise. */
export const blankEvent = (context: EventContext): ParsedEvent => ({
  entryId: context.entryId,
  kind: 'unhandled',
  senderId: null,
  recipientId: null,
  contactInstagramId: null,
  mid: null,
  dedupeKey: '',
  platformAt: context.entryAt,
  text: null,
  payload: null,
  replyToMid: null,
  story: null,
  attachments: [],
  comment: null,
  reaction: null,
  referral: null,
  isEcho: false,
  isSelf: false,
  isStandby: context.isStandby,
  unhandledReason: null,
  notice: null,
  raw: context.raw,
});

/** The event as one nobody acts on; its key is made of its content, so that a redelivery has the same. */
export const unhandledEvent = (event: ParsedEvent, reason: string): ParsedEvent => ({
  ...event,
  kind: 'unhandled',
  unhandledReason: reason,
  dedupeKey: dedupeKey('hash', hashText(JSON.stringify(event.raw))),
});

import { cleanJson } from '../json/clean-json';
import { readArray, readId, readNumber, readText } from '../json/read-fields';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value';
import { blankEvent, normaliseTime, unhandledEvent, type EventContext } from './event-context';
import type { ParsedEntry, ParsedEvent } from './parsed-event';
import { readChange } from './read-change';
import { readMessaging } from './read-messaging';

export type ParsedWebhook =
  | { ok: true; entries: ParsedEntry[] }
  | { ok: false; reason: 'not_an_object' | 'unknown_object' | 'no_entries' };

/** Longer ids come from no platform and would not fit into an index. */
const maxIdLength = 64;
const maxMidLength = 1_000;

/**
 * Reads the body of a webhook, already parsed by `parseJson` and its signature checked. Never throws: what cannot
 * be understood becomes an event of kind `unhandled`, and one bad event leaves the others alone. Accepts both
 * shapes of changes (`changes[]` and flat), `standby[]`, and a body wrapped in an array.
 * `receivedAt` (epoch ms) stands in where the platform gave no plausible time.
 */
export const parseWebhook = (json: unknown, receivedAt = Date.now()): ParsedWebhook => {
  const bodies = Array.isArray(json) ? json : [json];
  const entries: ParsedEntry[] = [];
  for (const body of bodies) {
    const object = cleanJson(body);
    if (!isJsonObject(object)) return { ok: false, reason: 'not_an_object' };
    if (object['object'] !== 'instagram' && object['object'] !== 'page') {
      return { ok: false, reason: 'unknown_object' };
    }
    if (!Array.isArray(object['entry'])) return { ok: false, reason: 'no_entries' };
    for (const entry of object['entry']) entries.push(readEntry(entry, receivedAt));
  }
  return bodies.length > 0 ? { ok: true, entries } : { ok: false, reason: 'not_an_object' };
};

type Read = (context: EventContext, item: JsonObject) => ParsedEvent;

const readEntry = (entry: JsonValue, receivedAt: number): ParsedEntry => {
  const source = isJsonObject(entry) ? entry : { value: entry };
  const entryId = (readId(source, 'id') ?? '').slice(0, maxIdLength);
  const entryAt = normaliseTime(readNumber(source, 'time'), receivedAt);
  const readAll = (items: JsonValue[], read: Read, isStandby = false) =>
    items.map((item) => {
      const raw = isJsonObject(item) ? item : { value: item };
      return readSafely({ entryId, entryAt, receivedAt, isStandby, raw }, read);
    });
  const events = [
    ...readAll(readArray(source, 'messaging'), readMessaging),
    ...readAll(readArray(source, 'standby'), readMessaging, true),
    ...readAll(readArray(source, 'changes'), readChange),
  ];
  const field = readText(source, 'field');
  if (field !== null) events.push(...readAll([{ field, value: source['value'] ?? null }], readChange));
  // An entry of a shape we have never seen still leaves a trace.
  if (events.length === 0) {
    const { time: _changesWithEachDelivery, ...raw } = source;
    events.push(readSafely({ entryId, entryAt, receivedAt, isStandby: false, raw }, readUnknown));
  }
  return { entryId, events };
};

const readUnknown: Read = (context) => unhandledEvent(blankEvent(context), 'unknown_entry');

const readSafely = (context: EventContext, read: Read): ParsedEvent => {
  const event = read(context, context.raw);
  const ids = [event.senderId, event.recipientId, event.contactInstagramId, event.comment?.commentId ?? null];
  const fits = ids.every((id) => id === null || id.length <= maxIdLength);
  if (fits && (event.mid?.length ?? 0) <= maxMidLength) return event;
  return unhandledEvent(blankEvent(context), 'malformed');
};

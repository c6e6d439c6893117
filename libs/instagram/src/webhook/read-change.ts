import { readId, readObject, readText } from '../json/read-fields';
import { isJsonObject, type JsonObject } from '../json/json-value';
import { blankEvent, dedupeKey, unhandledEvent, type EventContext } from './event-context';
import type { ParsedEvent } from './parsed-event';
import { readMessaging } from './read-messaging';

const commentFields = new Set(['comments', 'live_comments']);

const readComment = (event: ParsedEvent, value: JsonObject, isLive: boolean): ParsedEvent => {
  const commentId = readId(value, 'id') ?? readId(value, 'comment_id');
  const from = readObject(value, 'from');
  const fromId = readId(from, 'id');
  if (commentId === null || fromId === null) return unhandledEvent(event, 'comment_without_author');
  const media = readObject(value, 'media');
  const isOwn = fromId === event.entryId || readId(from, 'self_ig_scoped_id') !== null;
  return {
    ...event,
    kind: 'comment',
    senderId: fromId,
    recipientId: event.entryId,
    contactInstagramId: isOwn ? null : fromId,
    text: readText(value, 'text'),
    isEcho: isOwn,
    dedupeKey: dedupeKey('comment', commentId),
    comment: {
      commentId,
      mediaId: readId(media, 'id') ?? readId(value, 'media_id'),
      mediaProductType: readText(media, 'media_product_type'),
      parentId: readId(value, 'parent_id'),
      fromId,
      username: readText(from, 'username') || null,
      isOwn,
      isLive,
    },
  };
};

/** Reads one `{field, value}`: an item of `changes[]`, or the entry itself in the flat shape. */
export const readChange = (context: EventContext, change: JsonObject): ParsedEvent => {
  const field = readText(change, 'field') ?? 'unknown';
  const value = change['value'];
  const event = blankEvent(context);
  if (!isJsonObject(value)) return unhandledEvent(event, `${field}_without_value`);
  if (commentFields.has(field)) return readComment(event, value, field === 'live_comments');
  // The dashboard's test button and some accounts deliver direct messages this way.
  if (isJsonObject(value['sender']) || isJsonObject(value['recipient'])) {
    return readMessaging({ ...context, isStandby: context.isStandby || field === 'standby' }, value);
  }
  return unhandledEvent(event, field === 'mentions' ? 'mention' : field.slice(0, 60));
};

import { readText } from '../json/read-fields';
import { isJsonObject, type JsonObject } from '../json/json-value';
import { blankEvent, dedupeKey, unhandledEvent, type EventContext } from './event-context';
import { storyInsightsNotice } from './notice-of';
import type { ParsedEvent } from './parsed-event';
import { readMessaging } from './read-messaging';
import { commentSchema, storyInsightsSchema } from './wire-schemas';

/** Reads one `{field, value}`: an item of `changes[]`, or the entry itself in the flat shape. */
export const readChange = (context: EventContext, change: JsonObject): ParsedEvent => {
  const field = readText(change, 'field') ?? 'unknown';
  const value = change['value'];
  const event = blankEvent(context);
  if (!isJsonObject(value)) return unhandledEvent(event, `${field.slice(0, 60)}_without_value`);
  if (commentFields.has(field)) return readComment(event, value, field === 'live_comments');
  if (field === 'mentions') return readMention(event, value);
  if (field === 'story_insights') {
    const notice = storyInsightsNotice(storyInsightsSchema.parse(value));
    return { ...unhandledEvent(event, field), notice };
  }
  // The dashboard's test button and some accounts deliver direct messages this way.
  if (isJsonObject(value['sender']) || isJsonObject(value['recipient'])) {
    return readMessaging({ ...context, isStandby: context.isStandby || field === 'standby' }, value);
  }
  return unhandledEvent(event, field.slice(0, 60));
};

const commentFields = new Set(['comments', 'live_comments']);

const noMedia = { id: null, media_product_type: null, ad_id: null, original_media_id: null };

const readComment = (event: ParsedEvent, value: JsonObject, isLive: boolean): ParsedEvent => {
  const { from, media, ...wire } = commentSchema.parse(value);
  const commentId = wire.id ?? wire.comment_id;
  if (commentId === null || from === null || from.id === null) {
    return unhandledEvent(event, 'comment_without_author');
  }
  const isOwn = from.id === event.entryId || from.self_ig_scoped_id !== null;
  const post = media ?? noMedia;
  return {
    ...event,
    kind: 'comment',
    senderId: from.id,
    recipientId: event.entryId,
    contactInstagramId: isOwn ? null : from.id,
    text: wire.text,
    isEcho: isOwn,
    dedupeKey: dedupeKey('comment', commentId),
    comment: {
      commentId,
      mediaId: post.id ?? wire.media_id,
      mediaProductType: post.media_product_type,
      adId: post.ad_id,
      originalMediaId: post.original_media_id,
      parentId: wire.parent_id,
      fromId: from.id,
      username: from.username || null,
      isOwn,
      isLive,
    },
  };
};

const readMention = (event: ParsedEvent, value: JsonObject): ParsedEvent => {
  const { comment_id: commentId, media_id: mediaId } = commentSchema.parse(value);
  return { ...unhandledEvent(event, 'mention'), notice: { type: 'mention', mediaId, commentId } };
};

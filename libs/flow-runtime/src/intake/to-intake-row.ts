import type { IntakeRow } from '@instaflow/db';
import {
  messageContentOf,
  messageTypeOf,
  previewOf,
  type ParsedEvent,
  type ParsedEventKind,
} from '@instaflow/instagram';
import type { StoredEvent } from '../stored-event';

/**
 * How an event is stored: what of it concerns the engine, whether it counts as a message, whether it opens the
 * 24-hour window, and whether anything has to be done about it at all.
 */
export const toIntakeRow = (event: ParsedEvent, newId: () => string): IntakeRow => {
  const disposition = dispositionOf(event);
  const type = messageKinds.has(event.kind) ? messageTypeOf(event) : null;
  const content = type === null ? null : messageContentOf(event);
  return {
    id: newId(),
    entryId: event.entryId,
    ownId: event.isEcho ? event.senderId : event.recipientId,
    contactInstagramId: event.contactInstagramId,
    username: event.comment?.username ?? null,
    contactId: newId(),
    conversationId: newId(),
    dedupeKey: event.dedupeKey,
    kind: event.kind,
    platformAt: event.platformAt,
    raw: event.raw,
    event: storedEventOf(event),
    ...disposition,
    messageType: type,
    content,
    preview: type === null || content === null ? null : previewOf({ type, content }),
    opensWindow: windowKinds.has(event.kind),
    isDebounced: debouncedKinds.has(event.kind),
  };
};

/** Kinds shown as a message of the person. */
const messageKinds = new Set<ParsedEventKind>([
  'text',
  'quick_reply',
  'postback',
  'media',
  'comment',
  'story_reply',
  'story_mention',
  'unsupported',
]);

/** A comment does not open the messaging window. */
const windowKinds = new Set<ParsedEventKind>([...messageKinds].filter((kind) => kind !== 'comment'));

/** What people write comes in bursts; a tap is an answer. */
const debouncedKinds = new Set<ParsedEventKind>(['text', 'media', 'story_reply', 'unsupported']);

const dispositionOf = (event: ParsedEvent): Pick<IntakeRow, 'status' | 'reason'> => {
  if (event.kind === 'unhandled')
    return { status: 'unhandled', reason: event.unhandledReason ?? 'unknown_kind' };
  if (event.contactInstagramId === null) return { status: 'ignored', reason: 'own' };
  if (event.isStandby) return { status: 'ignored', reason: 'standby' };
  if (event.isSelf) return { status: 'ignored', reason: 'self' };
  if (event.isEcho && event.kind !== 'echo') return { status: 'ignored', reason: 'own' };
  if (event.comment?.isOwn) return { status: 'ignored', reason: 'own' };
  return { status: 'received', reason: null };
};

const storedEventOf = (event: ParsedEvent): StoredEvent => ({
  text: event.text,
  payload: event.payload,
  mid: event.mid,
  ...(event.replyToMid !== null && { replyToMid: event.replyToMid }),
  ...(event.attachments.length > 0 && {
    attachments: event.attachments.map(({ type, url }) => ({ type, url })),
  }),
  ...(event.comment && {
    comment: {
      commentId: event.comment.commentId,
      mediaId: event.comment.mediaId ?? '',
      parentId: event.comment.parentId,
      fromSelf: event.comment.isOwn,
      isLive: event.comment.isLive,
    },
  }),
  ...(event.reaction && {
    reaction:
      event.reaction.action === 'unreact'
        ? null
        : (event.reaction.emoji ?? event.reaction.reaction ?? 'love'),
  }),
  ...(event.kind === 'echo' && echoMessageOf(event)),
});

const echoMessageOf = (event: ParsedEvent): Pick<StoredEvent, 'message'> => {
  const type = messageTypeOf(event) ?? 'text';
  const content = messageContentOf(event);
  return { message: { type, content, preview: previewOf({ type, content }) } };
};

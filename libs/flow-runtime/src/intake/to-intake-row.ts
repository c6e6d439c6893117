import type { IntakeRow } from '@instaflow/db';
import { findOptOutWord } from '@instaflow/flow-engine';
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
  const content = type === null ? null : contentOf(event);
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
    ...(isLeaving(event) && { isLeaving: true }),
  };
};

const isLeaving = ({ kind, text, isEcho }: ParsedEvent): boolean =>
  kind === 'text' && !isEcho && text !== null && findOptOutWord(text) !== null;

/** A shared post or reel is known by its title. */
const contentOf = (event: ParsedEvent) => {
  const [first] = event.attachments;
  return { ...messageContentOf(event), ...(first?.title && { title: first.title }) };
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
const debouncedKinds = new Set<ParsedEventKind>(['text', 'media', 'story_reply']);

/** Told of a message that is there, by whoever wrote it: noted, never answered. */
const changeKinds = new Set<ParsedEventKind>(['deletion', 'edit', 'reaction']);

const dispositionOf = (event: ParsedEvent): Pick<IntakeRow, 'status' | 'reason'> => {
  if (event.kind === 'unhandled')
    return { status: 'unhandled', reason: event.unhandledReason ?? 'unknown_kind' };
  const reason = ignoreReasonOf(event);
  if (reason !== null) return { status: 'ignored', reason };
  if (event.kind === 'unsupported') return { status: 'unhandled', reason: 'unsupported' };
  return { status: 'received', reason: null };
};

/** What the app that owns a thread says is noted, too: a conversation this program keeps out of. */
const notedAnyway = new Set<ParsedEventKind>([...changeKinds, 'echo']);
const notedInStandby = new Set<ParsedEventKind>(['read', 'unsupported']);

const ignoreReasonOf = (event: ParsedEvent): string | null => {
  if (event.contactInstagramId === null || event.comment?.isOwn) return 'own';
  if (event.isSelf) return 'self';
  if (notedAnyway.has(event.kind)) return null;
  if (event.isEcho) return 'own';
  return event.isStandby && !notedInStandby.has(event.kind) ? 'standby' : null;
};

const storedEventOf = (event: ParsedEvent): StoredEvent => ({
  text: event.text,
  payload: event.payload,
  mid: event.mid,
  ...(event.replyToMid !== null && { replyToMid: event.replyToMid }),
  ...(event.attachments.length > 0 && {
    attachments: event.attachments.map(({ type, url }) => ({ type, url })),
  }),
  ...(event.comment && { comment: commentOf(event.comment) }),
  ...storyOf(event),
  ...(event.referral && { referral: referralOf(event.referral) }),
  ...(event.reaction && { reaction: emojiOf(event.reaction) }),
  ...(changeKinds.has(event.kind) && event.isEcho && { isOwn: true }),
  ...(event.kind === 'echo' && echoMessageOf(event)),
});

const commentOf = (comment: NonNullable<ParsedEvent['comment']>): StoredEvent['comment'] => ({
  commentId: comment.commentId,
  mediaId: comment.mediaId ?? '',
  parentId: comment.parentId,
  fromSelf: comment.isOwn,
  isLive: comment.isLive,
  ...(comment.originalMediaId !== null && { originalMediaId: comment.originalMediaId }),
});

/** Null: it was taken back. */
const emojiOf = ({ action, emoji, reaction }: NonNullable<ParsedEvent['reaction']>): string | null =>
  action === 'unreact' ? null : (emoji ?? reaction ?? 'love');

/** The story of the account that is answered, or the person's in which the account is mentioned. */
const storyOf = ({ story, kind, attachments }: ParsedEvent): Pick<StoredEvent, 'story'> => {
  if (story) return { story };
  const mention = attachments.find(({ type }) => type === 'story_mention');
  return kind === 'story_mention' && mention ? { story: { id: null, url: mention.url } } : {};
};

const referralOf = ({ ref, source, type, adId, adTitle }: NonNullable<ParsedEvent['referral']>) => ({
  ref,
  source,
  type,
  adId,
  adTitle,
});

const echoMessageOf = (event: ParsedEvent): Pick<StoredEvent, 'message'> => {
  const type = messageTypeOf(event) ?? 'text';
  const content = messageContentOf(event);
  return { message: { type, content, preview: previewOf({ type, content }) } };
};

import type { JsonObject } from '../json/json-value';

/**
 * What an event is about. All but `unhandled` are the kinds the flow engine knows; `unhandled` is anything this
 * version does not act on (see `unhandledReason`), kept so that nothing acknowledged is lost.
 */
export type ParsedEventKind =
  | 'text'
  | 'quick_reply'
  | 'postback'
  | 'media'
  | 'comment'
  | 'story_reply'
  | 'story_mention'
  | 'reaction'
  | 'read'
  | 'echo'
  | 'edit'
  | 'deletion'
  | 'referral'
  | 'unsupported'
  | 'unhandled';

export type ParsedAttachment = {
  type: string;
  url: string | null;
  title: string | null;
  /** Of a shared post or reel. */
  mediaId: string | null;
};

export type ParsedComment = {
  commentId: string;
  mediaId: string | null;
  /** FEED, REELS, STORY, AD, … */
  mediaProductType: string | null;
  /** Of a comment on an advertisement: the advertisement, and the post it was made from. */
  adId: string | null;
  originalMediaId: string | null;
  /** Set when the comment answers another comment. */
  parentId: string | null;
  fromId: string;
  username: string | null;
  /** Written by the connected account itself (also by our own API replies): never answered. */
  isOwn: boolean;
  isLive: boolean;
};

export type ParsedReaction = { action: 'react' | 'unreact'; reaction: string | null; emoji: string | null };

export type ParsedReferral = {
  ref: string | null;
  source: string | null;
  type: string | null;
  adId: string | null;
  adTitle: string | null;
  adMediaUrl: string | null;
};

/**
 * What Instagram tells beside the events of conversations and comments; such an event is `unhandled`. A `mention` names no
 * person: who mentioned the account has to be asked for.
 */
export type ParsedNotice =
  | { type: 'mention'; mediaId: string | null; commentId: string | null }
  | { type: 'optin'; optinType: string | null; payload: string | null; title: string | null }
  | {
      type: 'handover';
      action: 'pass' | 'take' | 'request';
      appId: string | null;
      metadata: string | null;
    }
  | { type: 'policy'; action: string | null; reason: string | null }
  | { type: 'feedback'; feedback: string | null; mid: string | null }
  | {
      type: 'story_insights';
      mediaId: string | null;
      impressions: number | null;
      reach: number | null;
      tapsForward: number | null;
      tapsBack: number | null;
      exits: number | null;
      replies: number | null;
    };

/** One thing that happened at Instagram. Ids are strings; absent is null. */
export type ParsedEvent = {
  /** Id of the account the webhook is about: its Instagram user id, in some deliveries its Page id. */
  entryId: string;
  kind: ParsedEventKind;
  senderId: string | null;
  recipientId: string | null;
  /** The other person; null for own comments and for events about nobody. */
  contactInstagramId: string | null;
  /** Of the message; for edits, deletions, reads and reactions of the message they are about. */
  mid: string | null;
  /** Same for every delivery of the same event, different for different events of one account; ≤ 512 characters. */
  dedupeKey: string;
  /** Platform time, epoch milliseconds. */
  platformAt: number;
  text: string | null;
  /** Payload of the tap, or the `ref` of a referral. */
  payload: string | null;
  replyToMid: string | null;
  /** The story a `story_reply` answers. */
  story: { id: string | null; url: string | null } | null;
  attachments: ParsedAttachment[];
  comment: ParsedComment | null;
  reaction: ParsedReaction | null;
  referral: ParsedReferral | null;
  /** Sent by the account itself (by this program, or by its owner in the app). */
  isEcho: boolean;
  /** A conversation of the account with itself. */
  isSelf: boolean;
  /** Another app owns the thread: to be recorded, not answered. */
  isStandby: boolean;
  /** Why an `unhandled` event is not acted on, e.g. `mention`, `optin`, `malformed`; otherwise null. */
  unhandledReason: string | null;
  /** What an `unhandled` event says, where its kind is known. */
  notice: ParsedNotice | null;
  /** The single messaging or change entry as delivered, safe to store as jsonb. */
  raw: JsonObject;
};

/** The events of one `entry` of a webhook body. */
export type ParsedEntry = { entryId: string; events: ParsedEvent[] };

import { getAccount } from '../accounts/get-account';
import { getPerson } from '../persons/get-person';
import type { Simulation } from '../simulation';
import { ControlError } from '../state/control-error';
import type { WebhookEvent } from '../webhooks/webhook-event';
import type { Comment, Media } from './comment';

export type NewComment = {
  mediaId: string;
  /** Absent: the account itself comments, in the Instagram app. */
  igsid?: string;
  text: string;
  parentId?: string;
};

/** A person (or the owner, in the app) comments under a post or answers a comment. */
export function writeComment(simulation: Simulation, accountId: string, input: NewComment): Comment {
  const { world } = simulation;
  const media = world.media.get(input.mediaId);
  if (!media || media.accountId !== accountId)
    throw new ControlError(404, `There is no post ${input.mediaId}.`);
  if (media.areCommentsOff) throw new ControlError(409, 'Comments are switched off for this post.');
  const author = input.igsid
    ? { id: input.igsid, username: getPerson(world, accountId, input.igsid).username }
    : { id: accountId, username: getAccount(world, accountId).username };
  const parentId = input.parentId ? topLevelIdOf(simulation, input.parentId) : null;
  const { comment, event } = storeComment(simulation, { media, author, parentId, text: input.text });
  if (event) simulation.webhooks.emit(event);
  return comment;
}

/** Stores a comment; `event` is what the app is to hear of it, or null. */
export function storeComment(
  simulation: Simulation,
  input: { media: Media; author: { id: string; username: string }; parentId: string | null; text: string },
): { comment: Comment; event: WebhookEvent | null } {
  const { world, ids, clock, changes } = simulation;
  const { media, author, parentId, text } = input;
  const comment: Comment = {
    id: ids.comment(),
    accountId: media.accountId,
    mediaId: media.id,
    parentId,
    fromId: author.id,
    username: author.username,
    text,
    isLive: media.isLive,
    isHidden: false,
    isDeleted: false,
    hasPrivateReply: false,
    at: clock.now(),
  };
  world.comments.set(comment.id, comment);
  changes.publish({ kind: 'comment', accountId: media.accountId });
  const isOwn = author.id === media.accountId;
  const isTold = !isOwn || world.switches.ownCommentsComeBack;
  return { comment, event: isTold ? createCommentEvent(simulation, { comment, media, isOwn }) : null };
}

/** Answers to an answer hang under the same top-level comment, as on Instagram. */
export function topLevelIdOf(simulation: Simulation, commentId: string): string {
  const parent = simulation.world.comments.get(commentId);
  if (!parent || parent.isDeleted) throw new ControlError(404, `There is no comment ${commentId}.`);
  return parent.parentId ?? parent.id;
}

function describePlace(media: Media): Record<string, unknown> {
  const place: Record<string, unknown> = { id: media.id, media_product_type: media.productType };
  if (media.adId) place['ad_id'] = media.adId;
  if (media.adTitle) place['ad_title'] = media.adTitle;
  return place;
}

function createCommentEvent(
  simulation: Simulation,
  input: { comment: Comment; media: Media; isOwn: boolean },
): WebhookEvent {
  const { comment, media, isOwn } = input;
  const { switches, accounts } = simulation.world;
  const from: Record<string, unknown> = {
    id: comment.fromId,
    username: switches.commentUsernames ? comment.username : '',
  };
  if (isOwn) from['self_ig_scoped_id'] = accounts.get(comment.accountId)?.id ?? comment.fromId;
  const payload: Record<string, unknown> = {
    [switches.commentIdKey]: comment.id,
    from,
    text: comment.text,
    media: describePlace(media),
  };
  if (comment.parentId) payload['parent_id'] = comment.parentId;
  return {
    accountId: comment.accountId,
    igsid: comment.fromId,
    field: media.isLive ? 'live_comments' : 'comments',
    kind: 'comment',
    at: comment.at,
    isStandby: false,
    payload,
  };
}

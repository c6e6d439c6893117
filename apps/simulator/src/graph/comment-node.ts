import type { Comment } from '../comments/comment';
import { deleteComment } from '../comments/delete-comment';
import { storeComment } from '../comments/write-comment';
import type { Simulation } from '../simulation';
import { requireScope } from './authenticate';
import { describeComment } from './describe-media';
import type { GraphAnswer, GraphCall } from './graph-call';
import { readText } from './read-params';
import { refusals } from './refusals';
import { parseFields, selectFields } from './select-fields';

/** /{comment-id} and /{comment-id}/replies. */
export function handleComment(simulation: Simulation, call: GraphCall, comment: Comment): GraphAnswer {
  requireScope(call.token, 'manage_comments');
  if (comment.accountId !== call.account.userId || comment.isDeleted) {
    throw refusals.unknownObject(comment.id, call.method);
  }
  if (call.edge === 'replies') {
    return call.method === 'POST' ? reply(simulation, call, comment) : listReplies(simulation, call, comment);
  }
  if (call.edge !== '') throw refusals.unknownPath(`/${call.edge}`);
  if (call.method === 'GET') {
    const fields = parseFields(readText(call.params, 'fields') ?? 'id,text,timestamp');
    return { body: selectFields(describeComment(simulation, comment), fields) };
  }
  if (call.method === 'DELETE') deleteComment(simulation, comment);
  else comment.isHidden = readHide(call);
  simulation.changes.publish({ kind: 'comment', accountId: comment.accountId });
  return { body: { success: true } };
}

function reply(simulation: Simulation, call: GraphCall, comment: Comment): GraphAnswer {
  const media = simulation.world.media.get(comment.mediaId);
  const text = readText(call.params, 'message');
  if (!text) throw refusals.badParameter('The parameter message is required');
  if (!media || media.isLive) throw refusals.badParameter('Comments on live video cannot be answered');
  if (media.areCommentsOff) throw refusals.badParameter('Comments are switched off for this media');
  if (comment.isHidden) throw refusals.badParameter('A hidden comment cannot be answered');
  const author = { id: call.account.userId, username: call.account.username };
  const parentId = comment.parentId ?? comment.id;
  const { comment: answer, event } = storeComment(simulation, { media, author, parentId, text });
  return { body: { id: answer.id }, mid: answer.id, igsid: comment.fromId, event: event ?? undefined };
}

function listReplies(simulation: Simulation, call: GraphCall, comment: Comment): GraphAnswer {
  const fields = parseFields(readText(call.params, 'fields') ?? 'id,text,timestamp');
  const replies = [...simulation.world.comments.values()].filter(
    (other) => other.parentId === comment.id && !other.isDeleted,
  );
  return { body: { data: replies.map((other) => selectFields(describeComment(simulation, other), fields)) } };
}

function readHide(call: GraphCall): boolean {
  const hide = readText(call.params, 'hide');
  if (hide !== 'true' && hide !== 'false') throw refusals.badParameter('Param hide must be true or false');
  return hide === 'true';
}

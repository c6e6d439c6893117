import { z } from 'zod';
import { defineEndpoint } from './endpoint';
import { pageOf, pageQuery, pageQueryShape } from './pagination';
import { idParams, noContent, timestamp, uuid } from './primitives';

/** Characters of a comment, and members it can mention. */
export const commentLimits = { text: 2_000, mentions: 20 } as const;

/** A member of the workspace, as comments name them. */
export const commentPerson = z.object({ userId: uuid, name: z.string() });
export type CommentPerson = z.infer<typeof commentPerson>;

const commentShape = {
  commentId: uuid,
  /** Null when they have no login any more. */
  author: commentPerson.nullable(),
  /** Plain text; null when its author deleted the comment. */
  text: z.string().nullable(),
  /** Those of whom the text says `@name`. */
  mentions: z.array(commentPerson),
  createdAt: timestamp,
  editedAt: timestamp.nullable(),
};

/** An answer within a thread. */
export const commentReply = z.object({ ...commentShape, threadId: uuid });
export type CommentReply = z.infer<typeof commentReply>;

/** A comment on a step, or on the flow as a whole, and what became of it. Its id is that of the thread. */
export const commentThread = z.object({
  ...commentShape,
  flowId: uuid,
  /** The step it is pinned to, which may be gone by now; null: the flow itself. */
  nodeId: z.string().nullable(),
  /** What the step was called when the thread began, and what it was. */
  nodeName: z.string().nullable(),
  nodeType: z.string().nullable(),
  replyCount: z.number().int(),
  lastReplyAt: timestamp.nullable(),
  resolvedAt: timestamp.nullable(),
  resolvedBy: commentPerson.nullable(),
});
export type CommentThread = z.infer<typeof commentThread>;

/** How many threads there are: at one step, or at the flow itself (null). */
export const commentCount = z.object({
  nodeId: z.string().nullable(),
  open: z.number().int(),
  resolved: z.number().int(),
});
export type CommentCount = z.infer<typeof commentCount>;

const commentParams = z.strictObject({ id: uuid, commentId: uuid });
const nodeId = z.string().min(1).max(200);
const wordsShape = {
  text: z.string().trim().min(1).max(commentLimits.text),
  mentionedUserIds: z.array(uuid).max(commentLimits.mentions).default([]),
};

export const flowCommentEndpoints = {
  listFlowComments: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/comments',
    access: 'viewer',
    tag: 'flows',
    summary: 'Threads of comments on a flow and its steps, the latest first',
    status: 200,
    params: idParams,
    query: z.strictObject({
      ...pageQueryShape,
      state: z.enum(['open', 'resolved']).optional(),
      nodeId: nodeId.optional(),
    }),
    response: pageOf({ threads: z.array(commentThread) }),
  }),
  getFlowCommentCounts: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/comment-counts',
    access: 'viewer',
    tag: 'flows',
    summary: 'How many threads the flow itself and each of its steps have',
    status: 200,
    params: idParams,
    response: z.object({ counts: z.array(commentCount) }),
  }),
  getFlowComment: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/comments/{commentId}',
    access: 'viewer',
    tag: 'flows',
    summary: 'The thread a comment or an answer belongs to',
    status: 200,
    params: commentParams,
    response: commentThread,
  }),
  listFlowCommentReplies: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/comments/{commentId}/replies',
    access: 'viewer',
    tag: 'flows',
    summary: 'Answers of a thread, the oldest first',
    status: 200,
    params: commentParams,
    query: pageQuery,
    response: pageOf({ replies: z.array(commentReply) }),
  }),
  createFlowComment: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/comments',
    access: 'editor',
    tag: 'flows',
    summary:
      'Begins a thread at a step of the draft or, without nodeId, at the flow; members it mentions are told',
    status: 201,
    params: idParams,
    body: z.strictObject({ nodeId: nodeId.nullable().default(null), ...wordsShape }),
    response: commentThread,
  }),
  replyToFlowComment: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/comments/{commentId}/replies',
    access: 'editor',
    tag: 'flows',
    summary: 'Answers in a thread; members it mentions are told',
    status: 201,
    params: commentParams,
    body: z.strictObject(wordsShape),
    response: commentReply,
  }),
  updateFlowComment: defineEndpoint({
    method: 'PATCH',
    path: '/flows/{id}/comments/{commentId}',
    access: 'editor',
    tag: 'flows',
    summary: "Rewords one's own comment or answer; who is mentioned for the first time is told",
    status: 200,
    params: commentParams,
    body: z.strictObject(wordsShape),
    response: commentThread,
  }),
  deleteFlowComment: defineEndpoint({
    method: 'DELETE',
    path: '/flows/{id}/comments/{commentId}',
    access: 'editor',
    tag: 'flows',
    summary: "Deletes one's own comment or answer; answers of others stay",
    status: 204,
    params: commentParams,
    response: noContent,
  }),
  restoreFlowComment: defineEndpoint({
    method: 'POST',
    path: '/flows/{id}/comments/{commentId}/restore',
    access: 'editor',
    tag: 'flows',
    summary: "Brings one's own comment or answer back, within a day of deleting it",
    status: 200,
    params: commentParams,
    response: commentThread,
  }),
  setFlowCommentState: defineEndpoint({
    method: 'PUT',
    path: '/flows/{id}/comments/{commentId}/state',
    access: 'editor',
    tag: 'flows',
    summary: 'Resolves a thread, or opens it again',
    status: 200,
    params: commentParams,
    body: z.strictObject({ state: z.enum(['open', 'resolved']) }),
    response: commentThread,
  }),
  listMentionableMembers: defineEndpoint({
    method: 'GET',
    path: '/flows/{id}/mentionable-members',
    access: 'viewer',
    tag: 'flows',
    summary: 'Members of the workspace who can see the flow, by name, 20 at most',
    status: 200,
    params: idParams,
    query: z.strictObject({ search: z.string().trim().max(100).optional() }),
    response: z.object({ members: z.array(commentPerson) }),
  }),
};

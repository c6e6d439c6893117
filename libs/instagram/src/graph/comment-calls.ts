import { isJsonObject, type JsonObject } from '../json/json-value';
import { readArray, readFlag, readId, readNumber, readObject, readText } from '../json/read-fields';
import { pageQuery, readPage, type PageRequest } from './graph-page';
import type { ReadAnswer } from './graph-result';
import { parseGraphTime } from './graph-time';
import type { GraphTransport } from './graph-transport';
import { readSuccess } from './read-success';
import type { AccountAccess } from './send-calls';

export type GraphComment = {
  commentId: string;
  text: string | null;
  /** Epoch milliseconds, precise to a second. */
  createdAt: number | null;
  fromId: string | null;
  username: string | null;
  parentId: string | null;
  likeCount: number | null;
  isHidden: boolean;
  /** Answers below it, as far as Instagram sent them along. */
  replies: GraphComment[];
};

const ownFields = 'id,text,timestamp,username,from{id,username},parent_id,like_count,hidden';
const commentFields = `${ownFields},replies{${ownFields}}`;
/** Instagram gives no more at once. */
const mostComments = 50;

const readComment = (item: JsonObject): GraphComment | null => {
  const commentId = readId(item, 'id');
  if (commentId === null) return null;
  const from = readObject(item, 'from');
  const replies = readArray(readObject(item, 'replies'), 'data').filter(isJsonObject).map(readComment);
  return {
    commentId,
    text: readText(item, 'text'),
    createdAt: parseGraphTime(readText(item, 'timestamp')),
    fromId: readId(from, 'id'),
    username: readText(item, 'username') ?? readText(from, 'username'),
    parentId: readId(item, 'parent_id'),
    likeCount: readNumber(item, 'like_count'),
    isHidden: readFlag(item, 'hidden'),
    replies: replies.filter((reply) => reply !== null),
  };
};

const readCreated: ReadAnswer<{ id: string }> = (answer) => {
  const id = readId(answer, 'id');
  return id === null ? null : { id };
};

type Comment = { commentId: string; token: string };
type Post = { mediaId: string; token: string };

export const commentCalls = (call: GraphTransport) => {
  const change = (nodeId: string, token: string, query: Record<string, string>) =>
    call({
      method: 'POST',
      path: encodeURIComponent(nodeId),
      query,
      token,
      isRepeatable: true,
      read: readSuccess,
    });
  return {
    /** Top-level comments of a post with the answers below them, newest first, at most 50 a page. */
    listComments: ({ mediaId, token, after, limit = mostComments }: Post & PageRequest) =>
      call({
        method: 'GET',
        path: `${encodeURIComponent(mediaId)}/comments`,
        query: { fields: commentFields, ...pageQuery({ after, limit: Math.min(limit, mostComments) }) },
        token,
        read: readPage(readComment),
      }),

    getComment: ({ commentId, token }: Comment) =>
      call({
        method: 'GET',
        path: encodeURIComponent(commentId),
        query: { fields: commentFields },
        token,
        read: readComment,
      }),

    /** A public answer below a comment; `id` is the new comment. Not idempotent. */
    replyToComment: ({ commentId, text, token }: AccountAccess & { commentId: string; text: string }) =>
      call({
        method: 'POST',
        path: `${encodeURIComponent(commentId)}/replies`,
        body: { message: text },
        token,
        read: readCreated,
      }),

    /** Hides a comment from everybody but its author, or shows it again. */
    setCommentHidden: ({ commentId, token, isHidden }: Comment & { isHidden: boolean }) =>
      change(commentId, token, { hide: String(isHidden) }),

    /** Deletes a comment and what stands below it. A repeated call answers `object_missing`. */
    deleteComment: ({ commentId, token }: Comment) =>
      call({
        method: 'DELETE',
        path: encodeURIComponent(commentId),
        token,
        isRepeatable: true,
        read: readSuccess,
      }),

    /** Lets people comment on a post, or not. */
    setCommentsEnabled: ({ mediaId, token, isEnabled }: Post & { isEnabled: boolean }) =>
      change(mediaId, token, { comment_enabled: String(isEnabled) }),
  };
};

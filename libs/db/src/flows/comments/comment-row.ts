import { z } from 'zod';
import { personName } from '../../users/person-name';

const person = z.object({ userId: z.string(), name: z.string() });

/** A comment with the names of people; of an answer the columns about the thread are empty. */
export const commentRow = z.object({
  id: z.string(),
  flowId: z.string(),
  threadId: z.string().nullable(),
  nodeId: z.string().nullable(),
  nodeName: z.string().nullable(),
  nodeType: z.string().nullable(),
  author: person.nullable(),
  text: z.string(),
  mentions: z.array(person),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  deletedAt: z.date().nullable(),
  resolvedAt: z.date().nullable(),
  resolvedBy: person.nullable(),
  replyCount: z.number(),
  lastReplyAt: z.date().nullable(),
});
export type CommentRow = z.infer<typeof commentRow>;

const personOf = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('userId', ${alias}.id, 'name', ${personName(alias)}) END`;

/** Reads comments `c`; conditions follow. */
export const selectComments = `
  SELECT c.id, c.flow_id AS "flowId", c.thread_id AS "threadId", c.node_id AS "nodeId", c.node_name AS "nodeName",
         c.node_type AS "nodeType", ${personOf('a')} AS author, c.text,
         (SELECT coalesce(json_agg(${personOf('m')} ORDER BY m.id), '[]'::json)
          FROM app_user m WHERE m.id = ANY (c.mentioned_user_ids)) AS mentions,
         c.created_at AS "createdAt", c.edited_at AS "editedAt", c.deleted_at AS "deletedAt",
         c.resolved_at AS "resolvedAt", ${personOf('b')} AS "resolvedBy",
         r.count AS "replyCount", r.last AS "lastReplyAt"
  FROM flow_comment c
  LEFT JOIN app_user a ON a.id = c.author_user_id
  LEFT JOIN app_user b ON b.id = c.resolved_by_user_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, max(x.created_at) AS last
    FROM flow_comment x WHERE x.thread_id = c.id AND x.deleted_at IS NULL) r`;

/** A thread whose beginning was deleted is there as long as somebody else's answer is. */
export const isShown = `(c.deleted_at IS NULL OR (c.thread_id IS NULL AND EXISTS (
    SELECT 1 FROM flow_comment x WHERE x.thread_id = c.id AND x.deleted_at IS NULL)))`;

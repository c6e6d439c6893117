import { z } from 'zod';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../../pagination/page';
import { isIdKey } from '../../pagination/page-by-id';
import type { Tx } from '../../transaction';
import { commentRow, isShown, selectComments, type CommentRow } from './comment-row';

type FlowKey = { flowId: string; workspaceId: string };

const totalRow = z.object({ total: z.number() });
const ofFlow = `c.flow_id = $1 AND c.workspace_id = $2 AND ${isShown}`;
const ofThreads = `${ofFlow} AND c.thread_id IS NULL
  AND ($3::boolean IS NULL OR (c.resolved_at IS NULL) = $3) AND ($4::text IS NULL OR c.node_id = $4)`;

/** Threads of a flow, the latest first: all, or those that are open or not, or of one step. */
export async function listCommentThreads(
  tx: Tx,
  {
    flowId,
    workspaceId,
    isOpen = null,
    nodeId = null,
    request,
  }: FlowKey & { isOpen?: boolean | null; nodeId?: string | null; request: PageRequest },
): Promise<Page<CommentRow>> {
  const which = [flowId, workspaceId, isOpen, nodeId];
  return page(tx, { condition: ofThreads, which, direction: 'DESC', request });
}

/** Answers of a thread, the oldest first. */
export async function listCommentReplies(
  tx: Tx,
  { flowId, workspaceId, threadId, request }: FlowKey & { threadId: string; request: PageRequest },
): Promise<Page<CommentRow>> {
  const condition = `${ofFlow} AND c.thread_id = $3`;
  return page(tx, { condition, which: [flowId, workspaceId, threadId], direction: 'ASC', request });
}

async function page(
  tx: Tx,
  {
    condition,
    which,
    direction,
    request,
  }: { condition: string; which: unknown[]; direction: 'ASC' | 'DESC'; request: PageRequest },
): Promise<Page<CommentRow>> {
  const after = cursorOf(request, isIdKey);
  const [counted]: unknown[] = await tx.query(
    `SELECT count(*)::int AS total FROM flow_comment c WHERE ${condition}`,
    which,
  );
  const next = which.length + 1;
  const isAfter = `($${next}::uuid IS NULL OR c.id ${direction === 'ASC' ? '>' : '<'} $${next})`;
  const rows: unknown[] = await tx.query(
    `${selectComments} WHERE ${condition} AND ${isAfter}
     ORDER BY c.id ${direction} OFFSET $${next + 1} LIMIT $${next + 2}`,
    [...which, after?.[0] ?? null, offsetOf(request), request.limit + 1],
  );
  return toPage({
    rows: rows.map((row) => commentRow.parse(row)),
    total: totalRow.parse(counted).total,
    request,
    keyOf: (row) => [row.id],
  });
}

import { z } from 'zod';
import type { Tx } from '../../transaction';
import { isShown } from './comment-row';

const countRow = z.object({ nodeId: z.string().nullable(), open: z.number(), resolved: z.number() });
/** Threads at a step, or at the flow itself (null). */
export type CommentCountRow = z.infer<typeof countRow>;

/** How many threads there are of a flow, by step; steps without one are left out. */
export async function countComments(
  tx: Tx,
  { flowId, workspaceId }: { flowId: string; workspaceId: string },
): Promise<CommentCountRow[]> {
  const rows: unknown[] = await tx.query(
    `SELECT c.node_id AS "nodeId", (count(*) FILTER (WHERE c.resolved_at IS NULL))::int AS open,
            (count(*) FILTER (WHERE c.resolved_at IS NOT NULL))::int AS resolved
     FROM flow_comment c WHERE c.flow_id = $1 AND c.workspace_id = $2 AND c.thread_id IS NULL AND ${isShown}
     GROUP BY c.node_id ORDER BY c.node_id NULLS FIRST`,
    [flowId, workspaceId],
  );
  return rows.map((row) => countRow.parse(row));
}

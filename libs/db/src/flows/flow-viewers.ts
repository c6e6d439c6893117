import { z } from 'zod';
import type { Tx } from '../transaction';
import { personName } from '../users/person-name';

const viewerRow = z.object({
  flowId: z.string(),
  userId: z.string(),
  name: z.string(),
  nodeId: z.string().nullable(),
  seenAt: z.date(),
  /** All windows in which they look at it, of whatever process. */
  windowIds: z.array(z.string()),
});
/** Someone who looks at a flow, and where they were last. */
export type FlowViewer = z.infer<typeof viewerRow>;

/** Who looks at which flow, in windows of all processes. In the engine's role. */
export const flowViewers = {
  /** Notes where a window looks; `id` is the window's. */
  async note(
    tx: Tx,
    view: {
      id: string;
      workspaceId: string;
      flowId: string;
      userId: string;
      nodeId: string | null;
      now: number;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO flow_viewer (id, workspace_id, flow_id, user_id, node_id, seen_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET workspace_id = excluded.workspace_id, flow_id = excluded.flow_id,
         node_id = excluded.node_id, seen_at = excluded.seen_at`,
      [view.id, view.workspaceId, view.flowId, view.userId, view.nodeId, new Date(view.now)],
    );
  },

  /** A window looks at no flow any more. */
  async forget(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM flow_viewer WHERE id = $1', [id]);
  },

  /** Everyone seen at these flows since a time, each once per flow, by name. */
  async list(
    tx: Tx,
    { flowIds, since }: { flowIds: readonly string[]; since: number },
  ): Promise<FlowViewer[]> {
    const rows: unknown[] = await tx.query(
      `SELECT v."flowId", v."userId", ${personName('u')} AS name, v."nodeId", v."seenAt",
              v."windowIds"
       FROM (
         SELECT DISTINCT ON (w.flow_id, w.user_id) w.flow_id AS "flowId", w.user_id AS "userId", w.node_id AS "nodeId",
                w.seen_at AS "seenAt", array_agg(w.id) OVER (PARTITION BY w.flow_id, w.user_id) AS "windowIds"
         FROM flow_viewer w WHERE w.flow_id = ANY ($1::uuid[]) AND w.seen_at >= $2
         ORDER BY w.flow_id, w.user_id, w.seen_at DESC) v
       JOIN app_user u ON u.id = v."userId"
       ORDER BY name, v."userId"`,
      [flowIds, new Date(since)],
    );
    return rows.map((row) => viewerRow.parse(row));
  },
};

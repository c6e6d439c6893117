import { z } from 'zod';
import { isIdKey } from '../pagination/page-by-id';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';

const waitingRow = z.object({
  id: z.string(),
  contactId: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  instagramUsername: z.string().nullable(),
  flowId: z.string(),
  standingVersionId: z.string().nullable(),
  nodeId: z.string().nullable(),
  waitingFor: z.enum(['input', 'timer', 'effect']).nullable(),
  sinceMs: z.number().nullable(),
  wakeAt: z.date().nullable(),
});
/** Someone who stands in a flow. `sinceMs`: epoch milliseconds. */
export type WaitingRow = z.infer<typeof waitingRow>;

const countRow = z.object({ nodeId: z.string(), count: z.number() });
export type NodeCount = z.infer<typeof countRow>;

type FlowKey = { flowId: string; workspaceId: string };

const standing = `r.standing_flow_id = $1::text AND r.workspace_id = $2::uuid AND r.status IN ('running', 'waiting')`;

/** Everyone who stands in a flow now, the longest-running first; of one node or of all. `total`: how many there are. */
export async function listWaiting(
  tx: Tx,
  input: FlowKey & { nodeId: string | null; request: PageRequest; total: number },
): Promise<Page<WaitingRow>> {
  const { flowId, workspaceId, nodeId, request, total } = input;
  const after = cursorOf(request, isIdKey);
  const rows: unknown[] = await tx.query(
    `SELECT r.id, r.contact_id AS "contactId", c.first_name AS "firstName", c.last_name AS "lastName",
            c.instagram_username AS "instagramUsername", r.flow_id AS "flowId", r.state ->> 'flowVersionId' AS "standingVersionId",
            r.node_id AS "nodeId", r.waiting_for AS "waitingFor", (r.state ->> 'updatedAt')::double precision AS "sinceMs",
            r.wake_at AS "wakeAt"
     FROM (
       SELECT r.* FROM flow_run r
       WHERE ${standing} AND ($3::text IS NULL OR r.node_id = $3) AND ($4::uuid IS NULL OR r.id > $4)
       ORDER BY r.id OFFSET $5 LIMIT $6) r
     JOIN contact c ON c.id = r.contact_id
     ORDER BY r.id`,
    [flowId, workspaceId, nodeId, after?.[0] ?? null, offsetOf(request), request.limit + 1],
  );
  return toPage({
    rows: rows.map((row) => waitingRow.parse(row)),
    total,
    request,
    keyOf: (row) => [row.id],
  });
}

/** How many stand at each node of a flow. */
export async function countWaitingByNode(tx: Tx, { flowId, workspaceId }: FlowKey): Promise<NodeCount[]> {
  const rows: unknown[] = await tx.query(
    `SELECT r.node_id AS "nodeId", count(*)::int AS count FROM flow_run r
     WHERE ${standing} AND r.node_id IS NOT NULL GROUP BY 1 ORDER BY 1`,
    [flowId, workspaceId],
  );
  return rows.map((row) => countRow.parse(row));
}

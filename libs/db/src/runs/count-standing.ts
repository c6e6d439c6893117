import { z } from 'zod';
import type { Tx } from '../transaction';

const standingRow = z.object({
  versionId: z.string(),
  nodeId: z.string(),
  count: z.number(),
});
/** People at one node of one version. */
export type StandingCount = z.infer<typeof standingRow>;

/** Where people who wait in a flow stand, by version and node; without those of the version `exceptVersionId`. */
export async function countStanding(
  tx: Tx,
  input: { flowId: string; workspaceId: string; exceptVersionId: string },
): Promise<StandingCount[]> {
  const rows: unknown[] = await tx.query(
    `SELECT r.state ->> 'flowVersionId' AS "versionId", r.node_id AS "nodeId", count(*)::int AS count
     FROM flow_run r
     WHERE r.standing_flow_id = $1::text AND r.workspace_id = $2 AND r.status = 'waiting' AND r.node_id IS NOT NULL
       AND r.state ->> 'flowVersionId' <> $3::text
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [input.flowId, input.workspaceId, input.exceptVersionId],
  );
  return rows.map((row) => standingRow.parse(row));
}

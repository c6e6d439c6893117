import { z } from 'zod';
import type { Tx } from '../transaction';
import type { StandingCount } from './count-standing';

const standingRow = z.object({ versionId: z.string(), nodeId: z.string(), count: z.number() });

/** Where people in a flow stand now, by version and node, those who are on their way included. */
export async function countStandingByNode(
  tx: Tx,
  { flowId, workspaceId }: { flowId: string; workspaceId: string },
): Promise<StandingCount[]> {
  const rows: unknown[] = await tx.query(
    `SELECT r.state ->> 'flowVersionId' AS "versionId", r.node_id AS "nodeId", count(*)::int AS count
     FROM flow_run r
     WHERE r.standing_flow_id = $1::text AND r.workspace_id = $2 AND r.status IN ('running', 'waiting')
       AND r.node_id IS NOT NULL AND r.state ->> 'flowVersionId' IS NOT NULL
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [flowId, workspaceId],
  );
  return rows.map((row) => standingRow.parse(row));
}

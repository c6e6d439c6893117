import { z } from 'zod';
import type { Tx } from '../transaction';
import type { Period } from './period';

const count = z.coerce.number();
const totalsRow = z.object({ starts: count, completions: count, failures: count });
const nodeRow = z.object({ nodeId: z.string(), engagements: count, waiting: count });
export type FlowAnalyticsCounts = z.infer<typeof totalsRow> & { nodes: z.infer<typeof nodeRow>[] };

/**
 * Counts of a flow. Starts: runs begun in the period; completions and failures are the outcomes of those runs.
 * Engagements of a node: visits in turns of the period, whichever version. Waiting: people standing at it now.
 */
export async function readFlowAnalytics(
  tx: Tx,
  { flowId, workspaceId, period }: { flowId: string; workspaceId: string; period: Period },
): Promise<FlowAnalyticsCounts> {
  const values = [flowId, workspaceId, period.from, period.until];
  const totals: unknown[] = await tx.query(
    `SELECT count(*) AS starts, count(*) FILTER (WHERE status = 'completed') AS completions,
            count(*) FILTER (WHERE status = 'failed') AS failures
     FROM flow_run WHERE flow_id = $1 AND workspace_id = $2 AND started_at >= $3 AND started_at < $4`,
    values,
  );
  const nodes: unknown[] = await tx.query(nodesSql, values);
  return { ...totalsRow.parse(totals[0]), nodes: nodes.map((row) => nodeRow.parse(row)) };
}

const nodesSql = `
WITH visits AS (
  SELECT step ->> 'nodeId' AS node_id, count(DISTINCT (step ->> 'runId', step ->> 'visit')) AS engagements
  FROM contact_turn turn, jsonb_array_elements(turn.steps) AS step
  WHERE turn.workspace_id = $2 AND turn.flow_id = $1 AND turn.at >= $3 AND turn.at < $4
    AND step ->> 'flowId' = $1::text AND step ->> 'nodeId' IS NOT NULL
  GROUP BY 1
), standing AS (
  SELECT node_id, count(*) AS waiting FROM flow_run
  WHERE flow_id = $1 AND workspace_id = $2 AND status IN ('running', 'waiting') AND node_id IS NOT NULL
  GROUP BY 1
)
SELECT node_id AS "nodeId", COALESCE(visits.engagements, 0) AS engagements, COALESCE(standing.waiting, 0) AS waiting
FROM visits FULL JOIN standing USING (node_id) ORDER BY node_id
`;

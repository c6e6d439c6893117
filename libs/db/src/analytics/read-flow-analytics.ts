import { z } from 'zod';
import type { Tx } from '../transaction';
import { readStepCounts, type FlowPeriod, type StepCount } from './read-step-counts';

const count = z.coerce.number();
const totalsRow = z.object({ starts: count, completions: count, failures: count });
const standingRow = z.object({ nodeId: z.string(), waiting: count, failed: count, dropped: count });

/** Figures of one node. `outlets`: how often each of its connections was taken, by the key of its condition. */
export type NodeFigures = Omit<StepCount, 'outlet'> &
  Omit<z.infer<typeof standingRow>, 'nodeId'> & { outlets: { outlet: string; count: number }[] };
export type FlowAnalyticsCounts = z.infer<typeof totalsRow> & { nodes: NodeFigures[] };

/** More nodes than a flow has in practice; the busiest ones, if one does have more. */
export const maxNodes = 500;

/**
 * Counts of a flow. Starts: runs begun in the period; completions and failures are the outcomes of those runs. Of a node:
 * visits, messages, taps and outlets are those of turns in the period, also of runs that came from another flow; failed and
 * dropped are runs that ended at it in the period; waiting are those standing at it now.
 */
export async function readFlowAnalytics(tx: Tx, input: FlowPeriod): Promise<FlowAnalyticsCounts> {
  const { flowId, workspaceId, versionId, period } = input;
  const values = [flowId, workspaceId, period.from, period.until, versionId];
  const totals: unknown[] = await tx.query(totalsSql, values);
  const standing: unknown[] = await tx.query(standingSql, values);
  const nodes = new Map<string, NodeFigures>();
  const nodeOf = (nodeId: string): NodeFigures => {
    const node = nodes.get(nodeId) ?? emptyNode(nodeId);
    nodes.set(nodeId, node);
    return node;
  };
  for (const { nodeId, outlet, ...figures } of await readStepCounts(tx, input)) {
    const node = nodeOf(nodeId);
    if (outlet === '') Object.assign(node, figures);
    else node.outlets.push({ outlet, count: figures.visits });
  }
  for (const row of standing) {
    const { nodeId, ...figures } = standingRow.parse(row);
    Object.assign(nodeOf(nodeId), figures);
  }
  return { ...totalsRow.parse(totals[0]), nodes: busiest([...nodes.values()]) };
}

function emptyNode(nodeId: string): NodeFigures {
  return { nodeId, visits: 0, sent: 0, read: 0, clicked: 0, waiting: 0, failed: 0, dropped: 0, outlets: [] };
}

function busiest(nodes: NodeFigures[]): NodeFigures[] {
  const sorted = nodes.sort((a, b) => b.visits - a.visits || (a.nodeId < b.nodeId ? -1 : 1));
  for (const { outlets } of sorted)
    outlets.sort((a, b) => b.count - a.count || (a.outlet < b.outlet ? -1 : 1));
  return sorted.slice(0, maxNodes);
}

const totalsSql = `
SELECT count(*) AS starts, count(*) FILTER (WHERE status = 'completed') AS completions,
       count(*) FILTER (WHERE status = 'failed') AS failures
FROM flow_run
WHERE flow_id = $1 AND workspace_id = $2 AND started_at >= $3 AND started_at < $4
  AND ($5::uuid IS NULL OR flow_version_id = $5)`;

const standingSql = `
WITH waiting AS (
  SELECT node_id, count(*) AS waiting FROM flow_run
  WHERE standing_flow_id = $1::text AND workspace_id = $2 AND status IN ('running', 'waiting') AND node_id IS NOT NULL
    AND ($5::text IS NULL OR state ->> 'flowVersionId' = $5::text)
  GROUP BY 1
), ended AS (
  SELECT node_id, count(*) AS dropped, count(*) FILTER (WHERE status = 'failed') AS failed FROM flow_run
  WHERE standing_flow_id = $1::text AND workspace_id = $2 AND node_id IS NOT NULL
    AND status IN ('failed', 'replaced', 'taken_over', 'expired', 'cancelled') AND ended_at >= $3 AND ended_at < $4
    AND ($5::text IS NULL OR state ->> 'flowVersionId' = $5::text)
  GROUP BY 1
)
SELECT node_id AS "nodeId", coalesce(waiting, 0) AS waiting, coalesce(failed, 0) AS failed,
       coalesce(dropped, 0) AS dropped
FROM waiting FULL JOIN ended USING (node_id)`;

import { z } from 'zod';
import type { Tx } from '../transaction';
import type { Period } from './period';
import { splitPeriod, type SplitPeriod } from './split-period';

const count = z.coerce.number();
const stepCountRow = z.object({
  nodeId: z.string(),
  outlet: z.string(),
  visits: count,
  sent: count,
  read: count,
  clicked: count,
});
/** Of a node when `outlet` is empty, else how often (`visits`) that outlet was taken. */
export type StepCount = z.infer<typeof stepCountRow>;

export type FlowPeriod = {
  flowId: string;
  workspaceId: string;
  /** Only what happened in this version; all versions when null. */
  versionId: string | null;
  period: Period;
};

/** Counts per node and outlet in a period, from counted hours where there are some and from the turns where not. */
export async function readStepCounts(tx: Tx, input: FlowPeriod): Promise<StepCount[]> {
  const { flowId, versionId } = input;
  const { counted, live } = await splitFlowPeriod(tx, input);
  const sums = new Map<string, StepCount>();
  const add = (rows: unknown[]): void => {
    for (const row of rows) addTo(sums, stepCountRow.parse(row));
  };
  if (counted) add(await tx.query(countedSql, [flowId, counted.from, counted.until, versionId]));
  const flowIds = live.length === 0 ? [] : await listFlowsOfAccount(tx, input);
  for (const { from, until } of live) {
    add(await tx.query(liveSql, [flowIds, flowId, from, until, versionId]));
  }
  return [...sums.values()];
}

/**
 * What of the period is read from counted hours. The newest hours are read from the turns as long as they hold few
 * visits, though counted: what becomes of their messages still changes.
 */
export async function splitFlowPeriod(
  tx: Tx,
  { flowId, period }: Pick<FlowPeriod, 'flowId' | 'period'>,
): Promise<SplitPeriod> {
  const rows: unknown[] = await tx.query(countedUntilSql, [flowId, liveVisits]);
  return splitPeriod(period, untilRow.parse(rows[0]).until);
}

/** A run may walk into the flow from any other of its account, and its turns bear the flow it began with. */
export async function listFlowsOfAccount(
  tx: Tx,
  { flowId, workspaceId }: Pick<FlowPeriod, 'flowId' | 'workspaceId'>,
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT o.id FROM flow f JOIN flow o ON o.instagram_account_id = f.instagram_account_id
     WHERE f.id = $1 AND f.workspace_id = $2 AND o.workspace_id = $2`,
    [flowId, workspaceId],
  );
  return rows.map(({ id }) => id);
}

function addTo(sums: Map<string, StepCount>, row: StepCount): void {
  const key = JSON.stringify([row.nodeId, row.outlet]);
  const sum = sums.get(key);
  if (!sum) {
    sums.set(key, row);
    return;
  }
  sums.set(key, {
    ...sum,
    visits: sum.visits + row.visits,
    sent: sum.sent + row.sent,
    read: sum.read + row.read,
    clicked: sum.clicked + row.clicked,
  });
}

const untilRow = z.object({ until: z.date().nullable() });
/** So many visits are counted in some 50 ms. */
const liveVisits = 2_000;

const countedUntilSql = `
WITH counted AS (SELECT max(hour) + interval '1 hour' AS until FROM flow_hour_count),
recent AS (
  SELECT n.hour, sum(sum(n.visits)) OVER (ORDER BY n.hour DESC) AS visits
  FROM flow_node_hour n, counted
  WHERE n.flow_id = $1 AND n.hour < counted.until AND n.hour >= now() - interval '2 days'
    AND n.outlet = '' GROUP BY n.hour
)
SELECT coalesce((SELECT min(hour) FROM recent WHERE visits <= $2::bigint), counted.until) AS until FROM counted`;

const countedSql = `
SELECT n.node_id AS "nodeId", n.outlet, sum(n.visits) AS visits, sum(n.sent) AS sent, sum(n.read) AS read,
       sum(n.clicked) AS clicked
FROM flow_node_hour n
WHERE n.flow_id = $1 AND n.hour >= $2 AND n.hour < $3 AND ($4::uuid IS NULL OR n.version_id = $4)
GROUP BY 1, 2`;

const liveSql = `
SELECT c.node_id AS "nodeId", c.outlet, sum(c.visits) AS visits, sum(c.sent) AS sent, sum(c.read) AS read,
       sum(c.clicked) AS clicked
FROM count_flow_steps($1::uuid[], $2, $3, $4) c
WHERE $5::uuid IS NULL OR c.version_id = $5
GROUP BY 1, 2`;

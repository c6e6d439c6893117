import { z } from 'zod';
import type { Tx } from '../transaction';

const commandableRow = z.object({
  id: z.string(),
  contactId: z.string(),
  state: z.unknown(),
  /** What keeps automation from going on now: `opted_out`, `account_paused`, `with_human`, `contact_paused`, `flow_paused`. */
  pause: z.string().nullable(),
});
/** An open run as a command to it has to see it. */
export type CommandableRun = z.infer<typeof commandableRow>;

const columns = `
  r.id, r.contact_id AS "contactId", r.state, CASE
      WHEN c.opted_out_at IS NOT NULL THEN 'opted_out'
      WHEN a.paused_at IS NOT NULL THEN 'account_paused'
      WHEN v.status = 'pending_human' THEN 'with_human'
      WHEN v.automation_paused_until > $3 THEN 'contact_paused'
      WHEN EXISTS (SELECT 1 FROM flow f WHERE f.paused_at IS NOT NULL
                   AND (f.id = r.flow_id OR f.id::text = r.standing_flow_id)) THEN 'flow_paused'
    END AS pause
  FROM flow_run r JOIN contact c ON c.id = r.contact_id JOIN conversation v ON v.contact_id = r.contact_id
  JOIN instagram_account a ON a.id = r.instagram_account_id`;
const hasNoCommand = `NOT EXISTS (SELECT 1 FROM inbound_event e
  WHERE e.contact_id = r.contact_id AND e.status = 'received' AND e.kind = 'run_command')`;

/** One run, open or not. */
export async function findCommandableRun(
  tx: Tx,
  { id, workspaceId, now }: { id: string; workspaceId: string; now: number },
): Promise<CommandableRun | null> {
  const rows: unknown[] = await tx.query(`SELECT ${columns} WHERE r.id = $1 AND r.workspace_id = $2`, [
    id,
    workspaceId,
    new Date(now),
  ]);
  return rows.length === 0 ? null : commandableRow.parse(rows[0]);
}

/** Those standing at a node of a flow, after the run `after`, at most `limit`; without those that have a command already. */
export async function listCommandableRuns(
  tx: Tx,
  input: {
    flowId: string;
    workspaceId: string;
    nodeId: string;
    after: string | null;
    limit: number;
    now: number;
  },
): Promise<CommandableRun[]> {
  const { flowId, workspaceId, nodeId, after, limit, now } = input;
  const rows: unknown[] = await tx.query(
    `SELECT ${columns}
     WHERE r.standing_flow_id = $1::text AND r.workspace_id = $2 AND r.status IN ('running', 'waiting')
       AND r.node_id = $4 AND ($5::uuid IS NULL OR r.id > $5)
       AND ${hasNoCommand}
     ORDER BY r.id LIMIT $6`,
    [flowId, workspaceId, new Date(now), nodeId, after, limit],
  );
  return rows.map((row) => commandableRow.parse(row));
}

/** A step of one version of a flow. */
export type StepPlace = { versionId: string; nodeId: string };

/**
 * Those who wait at any of these steps of a flow, at most `limit`, and how many there are in all; without those that
 * have a command already.
 */
export async function listRunsAtPlaces(
  tx: Tx,
  input: { flowId: string; workspaceId: string; places: readonly StepPlace[]; limit: number; now: number },
): Promise<{ runs: CommandableRun[]; total: number }> {
  const { flowId, workspaceId, places, limit, now } = input;
  if (places.length === 0) return { runs: [], total: 0 };
  const where = `r.standing_flow_id = $1::text AND r.workspace_id = $2 AND r.status = 'waiting' AND ${hasNoCommand}
    AND EXISTS (SELECT 1 FROM jsonb_to_recordset($4::jsonb) AS f("versionId" text, "nodeId" text)
                WHERE f."versionId" = r.state ->> 'flowVersionId' AND f."nodeId" = r.node_id)`;
  const rows: unknown[] = await tx.query(
    `SELECT (SELECT count(*)::int FROM flow_run r WHERE ${where}) AS total, ${columns}
     WHERE ${where} ORDER BY r.id LIMIT $5`,
    [flowId, workspaceId, new Date(now), JSON.stringify(places), limit],
  );
  const total = rows.length === 0 ? 0 : z.object({ total: z.number() }).parse(rows[0]).total;
  return { runs: rows.map((row) => commandableRow.parse(row)), total };
}

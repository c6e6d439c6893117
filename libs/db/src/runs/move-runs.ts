import type { Tx } from '../transaction';

type Move = {
  flowId: string;
  workspaceId: string;
  /** The version people go to. */
  targetId: string;
  /** Its nodes: buttons sent earlier lead there when they still exist. */
  targetNodeIds: readonly string[];
  /** The places people leave. */
  from: readonly { versionId: string; nodeId: string }[];
  byUserId: string;
  limit: number;
  now: number;
};

/**
 * Pins waiting runs to another version of the flow they stand in, at the same node, with a turn in each contact's trace.
 * The one place where a run's version changes. Moves at most `limit`; answers how many. A turn being decided for one
 * of the contacts at this moment loses and is decided again.
 */
export async function moveRuns(tx: Tx, move: Move): Promise<number> {
  if (move.from.length === 0) return 0;
  const picked = await tx.query<{ id: string; contactId: string }[]>(pickSql, [
    move.flowId,
    move.workspaceId,
    JSON.stringify(move.from),
    move.limit,
  ]);
  if (picked.length === 0) return 0;
  await tx.query('SELECT fence_contacts($1::uuid[])', [picked.map(({ contactId }) => contactId)]);
  const [row] = await tx.query<{ moved: number }[]>(moveSql, [
    picked.map(({ id }) => id),
    move.flowId,
    move.targetId,
    move.targetNodeIds,
    move.byUserId,
    new Date(move.now),
    JSON.stringify(move.from),
  ]);
  return row?.moved ?? 0;
}

const leaves = (parameter: string) => `EXISTS (
  SELECT 1 FROM jsonb_to_recordset(${parameter}::jsonb) AS f("versionId" text, "nodeId" text)
  WHERE f."versionId" = r.state ->> 'flowVersionId' AND f."nodeId" = r.node_id)`;

const pickSql = `
SELECT r.id, r.contact_id AS "contactId" FROM flow_run r
WHERE r.standing_flow_id = $1::text AND r.workspace_id = $2 AND r.status = 'waiting' AND ${leaves('$3')}
ORDER BY r.id LIMIT $4`;

/** A turn may have moved a run on before its contact was fenced, hence the second look at where it stands. */
const moveSql = `
WITH before AS (
  SELECT r.id, r.flow_version_id AS root_id, r.state, r.state ->> 'flowVersionId' AS version_id
  FROM flow_run r
  WHERE r.id = ANY ($1::uuid[]) AND r.standing_flow_id = $2::text AND r.status = 'waiting' AND ${leaves('$7')}
), moved AS (
  UPDATE flow_run r SET
    flow_version_id = CASE WHEN r.flow_id = $2::uuid THEN $3::uuid ELSE r.flow_version_id END,
    state = r.state || jsonb_build_object(
      'flowVersionId', $3::text,
      'rootFlowVersionId', CASE WHEN r.flow_id = $2::uuid THEN $3::text ELSE r.state ->> 'rootFlowVersionId' END,
      'sentButtons', coalesce((
        SELECT jsonb_agg(CASE
          WHEN b.button ->> 'flowVersionId' = p.version_id AND b.button ->> 'nodeId' = ANY ($4::text[])
          THEN b.button || jsonb_build_object('flowVersionId', $3::text) ELSE b.button END ORDER BY b.place)
        FROM jsonb_array_elements(r.state -> 'sentButtons') WITH ORDINALITY AS b(button, place)), '[]'))
  FROM before p WHERE r.id = p.id
  RETURNING r.workspace_id, r.instagram_account_id, r.contact_id, r.id, r.flow_id, r.node_id, p.version_id
), traced AS (
  INSERT INTO contact_turn (id, workspace_id, instagram_account_id, contact_id, run_id, flow_id, at, outcome, candidates)
  SELECT new_turn_id($6), m.workspace_id, m.instagram_account_id, m.contact_id, m.id, m.flow_id, $6, 'command',
    jsonb_build_array(jsonb_build_object(
      'kind', 'command', 'id', m.id, 'name', NULL, 'outcome', 'chosen', 'reason', 'moved_to_version',
      'detail', jsonb_build_object('command', 'move', 'byUserId', $5::text, 'note', NULL, 'nodeId', m.node_id,
                                   'fromFlowVersionId', m.version_id, 'toFlowVersionId', $3::text)))
  FROM moved m
), told AS (
  INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
  SELECT workspace_id, instagram_account_id, 'run.updated', id FROM moved
)
SELECT count(*)::int AS moved FROM moved`;

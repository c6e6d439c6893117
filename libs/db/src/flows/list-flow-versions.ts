import { z } from 'zod';
import type { KeysetCursor } from '../pagination/keyset-cursor';
import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { personName } from '../users/person-name';

const versionRow = z.object({
  id: z.string(),
  flowId: z.string(),
  version: z.number(),
  note: z.string(),
  publishedByUserId: z.string().nullable(),
  publishedByName: z.string().nullable(),
  stepCount: z.number(),
  runningCount: z.number(),
  createdAt: z.date(),
});
/** A published version as lists show it: without its document. `runningCount`: people in it now. */
export type FlowVersionHead = z.infer<typeof versionRow>;

type FlowKey = { flowId: string; workspaceId: string };

const headSql = `
  SELECT v.id, v.flow_id AS "flowId", v.version, v.note, v.published_by_user_id AS "publishedByUserId",
         ${personName('u')} AS "publishedByName", v.created_at AS "createdAt",
         coalesce(jsonb_array_length(CASE WHEN jsonb_typeof(v.definition -> 'nodes') = 'array'
                                          THEN v.definition -> 'nodes' END), 0) AS "stepCount",
         coalesce(standing.count, 0) AS "runningCount"
  FROM flow_version v
  LEFT JOIN app_user u ON u.id = v.published_by_user_id
  LEFT JOIN (
    SELECT r.state ->> 'flowVersionId' AS version_id, count(*)::int AS count FROM flow_run r
    WHERE r.standing_flow_id = $1::text AND r.workspace_id = $2 AND r.status IN ('running', 'waiting')
    GROUP BY 1) standing ON standing.version_id = v.id::text
  WHERE v.flow_id = $1::uuid AND v.workspace_id = $2`;

/** Published versions of a flow, newest first. */
export async function listFlowVersions(
  tx: Tx,
  { flowId, workspaceId, request }: FlowKey & { request: PageRequest },
): Promise<Page<FlowVersionHead>> {
  const after = cursorOf(request, isVersionKey)?.[0] ?? null;
  const counted: unknown[] = await tx.query(
    'SELECT count(*)::int AS total FROM flow_version WHERE flow_id = $1 AND workspace_id = $2',
    [flowId, workspaceId],
  );
  const rows: unknown[] = await tx.query(
    `${headSql} AND ($3::int IS NULL OR v.version < $3) ORDER BY v.version DESC OFFSET $4 LIMIT $5`,
    [flowId, workspaceId, after, offsetOf(request), request.limit + 1],
  );
  return toPage({
    rows: rows.map((row) => versionRow.parse(row)),
    total: z.object({ total: z.number() }).parse(counted[0]).total,
    request,
    keyOf: (row) => [row.version],
  });
}

/** One published version without its document; null when there is none. */
export async function findFlowVersionHead(
  tx: Tx,
  { flowId, workspaceId, version }: FlowKey & { version: number },
): Promise<FlowVersionHead | null> {
  const rows: unknown[] = await tx.query(`${headSql} AND v.version = $3::bigint`, [
    flowId,
    workspaceId,
    version,
  ]);
  return rows.length === 0 ? null : versionRow.parse(rows[0]);
}

function isVersionKey(values: KeysetCursor): values is [number] {
  return values.length === 1 && Number.isSafeInteger(values[0]);
}

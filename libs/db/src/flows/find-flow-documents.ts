import { z } from 'zod';
import type { Tx } from '../transaction';

const documentRow = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  draft: z.unknown(),
  published: z.unknown(),
});
/** A flow's documents; `published` is null before its first publication. */
export type FlowDocuments = z.infer<typeof documentRow>;

/** Draft and published document of flows of an account that are not deleted, by their ids (which need not be ids). */
export async function findFlowDocuments(
  tx: Tx,
  { ids, accountId, workspaceId }: { ids: readonly string[]; accountId: string; workspaceId: string },
): Promise<FlowDocuments[]> {
  if (ids.length === 0) return [];
  const rows: unknown[] = await tx.query(
    `SELECT f.id, f.name, f.description, f.flow_definition AS draft, v.definition AS published
     FROM flow f LEFT JOIN flow_version v ON v.id = f.published_version_id
     WHERE f.instagram_account_id = $1 AND f.workspace_id = $2 AND f.deleted_at IS NULL
       AND f.id IN (SELECT x::uuid FROM unnest($3::text[]) AS x WHERE x ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')`,
    [accountId, workspaceId, ids],
  );
  return rows.map((row) => documentRow.parse(row));
}

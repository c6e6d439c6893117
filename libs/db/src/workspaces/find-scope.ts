import { z } from 'zod';
import type { DataSource } from 'typeorm';

/** What an address of the API can name, and the table that says whose it is. */
const ownerQueries = {
  workspace: `SELECT id AS "workspaceId", NULL AS "accountId" FROM workspace WHERE id = $1 AND id = ANY ($2::uuid[])`,
  account: `SELECT workspace_id AS "workspaceId", id AS "accountId" FROM instagram_account
            WHERE id = $1 AND workspace_id = ANY ($2::uuid[]) AND status <> 'disconnected'`,
  flow: `SELECT f.workspace_id AS "workspaceId", f.instagram_account_id AS "accountId"
         FROM flow f JOIN instagram_account a ON a.id = f.instagram_account_id AND a.status <> 'disconnected'
         WHERE f.id = $1 AND f.workspace_id = ANY ($2::uuid[]) AND f.deleted_at IS NULL`,
  trigger: ownedByAccount('flow_trigger'),
  contact: ownedByAccount('contact'),
  conversation: ownedByAccount('conversation'),
} as const;
export type ScopeKind = keyof typeof ownerQueries;

const scopeRow = z.object({ workspaceId: z.string(), accountId: z.string().nullable() });
/** The workspace (and account) an object belongs to. */
export type ObjectScope = z.infer<typeof scopeRow>;

/**
 * Whose object this is, among the workspaces of the caller; null for a missing or a foreign one alike, and for
 * everything of a disconnected account. `source` speaks as the engine: the workspaces are named here.
 */
export async function findScope(
  source: DataSource,
  { kind, id, workspaceIds }: { kind: ScopeKind; id: string; workspaceIds: readonly string[] },
): Promise<ObjectScope | null> {
  const rows: unknown[] = await source.query(ownerQueries[kind], [id, workspaceIds]);
  return rows.length === 0 ? null : scopeRow.parse(rows[0]);
}

function ownedByAccount(table: string): string {
  return `SELECT o.workspace_id AS "workspaceId", o.instagram_account_id AS "accountId"
          FROM ${table} o JOIN instagram_account a ON a.id = o.instagram_account_id AND a.status <> 'disconnected'
          WHERE o.id = $1 AND o.workspace_id = ANY ($2::uuid[])`;
}

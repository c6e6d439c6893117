import { z } from 'zod';
import type { DataSource } from 'typeorm';
import { tracedMessage } from '../runs/traced-message';

/** When a UUIDv7 was made. */
const madeAt = `to_timestamp(('x' || left(replace($1::text, '-', ''), 12))::bit(48)::bigint / 1000.0)`;

/**
 * The log has no index on the id alone: an account's messages of the time around it are looked through. The platform's
 * time of a message is earlier than its id by the 36 hours Meta repeats a webhook for, at most.
 */
const messageOwner = `
  SELECT a.workspace_id AS "workspaceId", a.id AS "accountId"
  FROM instagram_account a
  WHERE a.workspace_id = ANY ($2::uuid[]) AND a.status <> 'disconnected'
    AND (${messageWithin('5 minutes', '5 minutes')} OR ${messageWithin('40 hours', '1 hour')})`;

/** A message whose time is far from its id's (a clock was wrong, or somebody else's is ahead), as long as its trace is kept. */
const tracedMessageOwner = `
  SELECT t.workspace_id AS "workspaceId", t.instagram_account_id AS "accountId"
  FROM (${tracedMessage}) t JOIN instagram_account a ON a.id = t.instagram_account_id AND a.status <> 'disconnected'
  WHERE t.workspace_id = ANY ($2::uuid[])`;

/** What an address of the API can name, and the table that says whose it is. */
const ownerQueries = {
  workspace: `SELECT id AS "workspaceId", NULL AS "accountId" FROM workspace WHERE id = $1 AND id = ANY ($2::uuid[])`,
  account: `SELECT workspace_id AS "workspaceId", id AS "accountId" FROM instagram_account
            WHERE id = $1 AND workspace_id = ANY ($2::uuid[]) AND status <> 'disconnected'`,
  flow: `SELECT f.workspace_id AS "workspaceId", f.instagram_account_id AS "accountId"
         FROM flow f JOIN instagram_account a ON a.id = f.instagram_account_id AND a.status <> 'disconnected'
         WHERE f.id = $1 AND f.workspace_id = ANY ($2::uuid[]) AND f.deleted_at IS NULL`,
  folder: ownedByAccount('flow_folder'),
  trigger: ownedByAccount('flow_trigger'),
  contact: ownedByAccount('contact'),
  conversation: ownedByAccount('conversation'),
  run: ownedByAccount('flow_run'),
  message: messageOwner,
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
  const ask = (query: string): Promise<unknown[]> => source.query(query, [id, workspaceIds]);
  const rows = await ask(ownerQueries[kind]);
  const [row] = rows.length === 0 && kind === 'message' ? await ask(tracedMessageOwner) : rows;
  return row === undefined ? null : scopeRow.parse(row);
}

function ownedByAccount(table: string): string {
  return `SELECT o.workspace_id AS "workspaceId", o.instagram_account_id AS "accountId"
          FROM ${table} o JOIN instagram_account a ON a.id = o.instagram_account_id AND a.status <> 'disconnected'
          WHERE o.id = $1 AND o.workspace_id = ANY ($2::uuid[])`;
}

function messageWithin(before: string, after: string): string {
  return `EXISTS (
    SELECT 1 FROM message_log m
    WHERE m.instagram_account_id = a.id AND m.id = $1::uuid
      AND m."timestamp" BETWEEN ${madeAt} - interval '${before}' AND ${madeAt} + interval '${after}')`;
}

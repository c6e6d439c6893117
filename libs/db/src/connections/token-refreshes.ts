import { z } from 'zod';
import type { Database } from '../turns/database';

const dueToken = z.object({
  accountId: z.string(),
  workspaceId: z.string(),
  sealedToken: z.string(),
  /** Epoch milliseconds; null when Instagram never named an end. */
  expiresAt: z.number().nullable(),
  /** Counting this one. */
  attempts: z.number(),
});
/** A token that is to be renewed. */
export type DueToken = z.infer<typeof dueToken>;

/** Takes up to `limit` tokens that are due for `leaseMs`, in one statement. Safe from any number of processes. */
export async function claimTokenRefreshes(
  source: Database,
  { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
): Promise<DueToken[]> {
  const rows = await source.query<unknown[]>(
    `WITH due AS (
       SELECT a.id FROM instagram_account a
       WHERE a.status <> 'disconnected' AND a.token_refresh_at <= $1 AND a.access_token_sealed IS NOT NULL
         AND a.login IS DISTINCT FROM 'facebook'
       ORDER BY a.token_refresh_at LIMIT $3 FOR UPDATE SKIP LOCKED
     ), taken AS (
       UPDATE instagram_account a SET token_refresh_at = $1 + $2 * interval '1 millisecond',
         token_refresh_attempts = least(a.token_refresh_attempts + 1, 1000)
       FROM due WHERE a.id = due.id
       RETURNING a.id AS "accountId", a.workspace_id AS "workspaceId", a.access_token_sealed AS "sealedToken",
         (extract(epoch FROM a.token_expires_at) * 1000)::float8 AS "expiresAt", a.token_refresh_attempts AS attempts)
     SELECT * FROM taken`,
    [new Date(now), leaseMs, limit],
  );
  return z.array(dueToken).parse(rows);
}

export type TokenRefresh = {
  accountId: string;
  /** What was claimed: a token that was replaced meanwhile stays as it is. */
  sealedToken: string;
  /** Absent: it was not renewed. */
  newSealedToken?: string;
  /** Epoch milliseconds. */
  expiresAt?: number;
  nextAt: number;
  /** The account cannot work with this token any more: status `error` with this sentence. */
  errorReason?: string;
  /** Owners and admins are told, once per token. */
  warning?: string;
};

/** Records what became of renewals, all in one transaction. Answers how many counted. */
export async function finishTokenRefreshes(
  source: Database,
  { refreshes, now }: { refreshes: readonly TokenRefresh[]; now: number },
): Promise<number> {
  const rows = await source.query<{ count: number }[]>(
    `WITH x AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS x ("accountId" uuid, "sealedToken" text, "newSealedToken" text,
         "expiresAt" float8, "nextAt" float8, "errorReason" text, warning text)
     ), warned AS MATERIALIZED (
       SELECT a.id, a.workspace_id, a.token_expires_at, x.warning FROM x JOIN instagram_account a ON a.id = x."accountId"
       WHERE x.warning IS NOT NULL AND a.access_token_sealed = x."sealedToken"
     ), done AS (
       UPDATE instagram_account a SET
         access_token_sealed = coalesce(x."newSealedToken", a.access_token_sealed),
         token_expires_at = CASE WHEN x."newSealedToken" IS NULL THEN a.token_expires_at
           ELSE to_timestamp(x."expiresAt" / 1000) END,
         token_issued_at = CASE WHEN x."newSealedToken" IS NULL THEN a.token_issued_at ELSE $2 END,
         token_refresh_at = to_timestamp(x."nextAt" / 1000),
         token_refresh_attempts = CASE WHEN x."newSealedToken" IS NULL THEN a.token_refresh_attempts ELSE 0 END,
         status = CASE WHEN x."errorReason" IS NULL THEN a.status ELSE 'error' END,
         status_reason = CASE WHEN x."newSealedToken" IS NOT NULL AND a.status = 'connected' THEN NULL
           ELSE coalesce(x."errorReason", x.warning, a.status_reason) END,
         updated_at = $2
       FROM x WHERE a.id = x."accountId" AND a.access_token_sealed = x."sealedToken" AND a.status <> 'disconnected'
       RETURNING a.id, a.workspace_id, x."errorReason"
     ), streamed AS (
       INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       SELECT d.workspace_id, d.id, 'account.updated', d.id FROM done d
     ), revised AS (
       INSERT INTO account_revision (instagram_account_id, workspace_id)
       SELECT d.id, d.workspace_id FROM done d WHERE d."errorReason" IS NOT NULL
       ON CONFLICT (instagram_account_id) DO UPDATE SET revision = account_revision.revision + 1
     ), told AS (
       SELECT sum(notify_members(w.workspace_id, ARRAY['owner', 'admin'], jsonb_build_object('accountId', w.id,
         'kind', 'account_error', 'key', format('token_ends/%s/%s', w.id, w.token_expires_at), 'message', w.warning),
         true, true, $2)) AS told FROM warned w
     )
     SELECT (SELECT count(*) FROM done)::int AS count, (SELECT told FROM told) AS told`,
    [JSON.stringify(refreshes), new Date(now)],
  );
  return rows[0]?.count ?? 0;
}

import { z } from 'zod';
import { workspaceRole } from '@instaflow/contracts';
import type { Tx } from '../transaction';

const callerRow = z.object({
  email: z.string(),
  platformRole: z.enum(['admin', 'user', 'agent']),
  memberships: z.array(z.object({ workspaceId: z.string(), role: workspaceRole })),
});
/** Who a session speaks for, with the workspaces in order of joining. */
export type SessionCaller = z.infer<typeof callerRow>;

const tokenRow = z.object({
  id: z.string(),
  familyId: z.string(),
  userId: z.string(),
  ageSinceRotationMs: z.number().nullable(),
  isRevoked: z.boolean(),
  isExpired: z.boolean(),
});
/** One issued refresh token as found by its hash. */
export type RefreshToken = z.infer<typeof tokenRow>;

/** Sessions are families of refresh tokens. Runs in the engine's role. */
export const sessionRepository = {
  /** The caller of a living session of an active user; null for any other. */
  async findCaller(
    tx: Tx,
    { sessionId, userId }: { sessionId: string; userId: string },
  ): Promise<SessionCaller | null> {
    const rows: unknown[] = await tx.query(
      `SELECT u.email, u.platform_role AS "platformRole",
              COALESCE((SELECT jsonb_agg(jsonb_build_object('workspaceId', m.workspace_id, 'role', m.role)
                                         ORDER BY m.created_at, m.workspace_id)
                        FROM workspace_member m WHERE m.user_id = u.id), '[]') AS memberships
       FROM app_user u
       WHERE u.id = $1 AND u.status = 'active'
         AND EXISTS (SELECT 1 FROM refresh_token t
                     WHERE t.family_id = $2 AND t.user_id = u.id AND t.revoked_at IS NULL AND t.expires_at > now())`,
      [userId, sessionId],
    );
    return rows.length === 0 ? null : callerRow.parse(rows[0]);
  },

  async insertToken(
    tx: Tx,
    token: {
      id: string;
      familyId: string;
      userId: string;
      tokenHash: Buffer;
      userAgent: string | null;
      ipAddress: string | null;
      lifetimeMs: number;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO refresh_token (id, family_id, user_id, token_hash, user_agent, ip_address, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 millisecond')`,
      [
        token.id,
        token.familyId,
        token.userId,
        token.tokenHash,
        token.userAgent,
        token.ipAddress,
        token.lifetimeMs,
      ],
    );
  },

  /** The token with this hash, locked until the transaction ends; null when there is none. */
  async lockToken(tx: Tx, tokenHash: Buffer): Promise<RefreshToken | null> {
    const rows: unknown[] = await tx.query(
      `SELECT id, family_id AS "familyId", user_id AS "userId",
              (extract(epoch FROM clock_timestamp() - rotated_at) * 1000)::float8 AS "ageSinceRotationMs",
              revoked_at IS NOT NULL AS "isRevoked", expires_at <= now() AS "isExpired"
       FROM refresh_token WHERE token_hash = $1 FOR UPDATE`,
      [tokenHash],
    );
    return rows.length === 0 ? null : tokenRow.parse(rows[0]);
  },

  async markRotated(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `UPDATE refresh_token SET rotated_at = clock_timestamp() WHERE id = $1 AND rotated_at IS NULL`,
      [id],
    );
  },

  /** Ends a session: none of its tokens works any more. */
  async revokeFamily(tx: Tx, familyId: string): Promise<void> {
    await tx.query(
      `UPDATE refresh_token SET revoked_at = now() WHERE family_id = $1 AND revoked_at IS NULL`,
      [familyId],
    );
  },
};

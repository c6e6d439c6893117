import { z } from 'zod';
import type { Tx } from '../transaction';
import { personName } from '../users/person-name';

type FlowKey = { flowId: string; workspaceId: string };

const linkRow = z.object({
  id: z.string(),
  createdAt: z.date(),
  createdByName: z.string().nullable(),
  expiresAt: z.date(),
});
export type ShareLinkRow = z.infer<typeof linkRow>;

const targetRow = z.object({ flowId: z.string(), workspaceId: z.string(), expiresAt: z.date() });
/** The flow a link leads to. */
export type ShareLinkTarget = z.infer<typeof targetRow>;

/** Links with which anybody may try a flow. */
export const shareLinkRepository = {
  async create(
    tx: Tx,
    link: FlowKey & { id: string; tokenHash: Buffer; byUserId: string; now: number; expiresAt: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO flow_share_link (id, workspace_id, flow_id, token_hash, created_by_user_id, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        link.id,
        link.workspaceId,
        link.flowId,
        link.tokenHash,
        link.byUserId,
        new Date(link.now),
        link.expiresAt,
      ],
    );
  },

  /** Those that still work, the latest first, `limit` at most. */
  async list(
    tx: Tx,
    { flowId, workspaceId, now, limit }: FlowKey & { now: number; limit: number },
  ): Promise<ShareLinkRow[]> {
    const rows: unknown[] = await tx.query(
      `SELECT l.id, l.created_at AS "createdAt", ${personName('u')} AS "createdByName", l.expires_at AS "expiresAt"
       FROM flow_share_link l LEFT JOIN app_user u ON u.id = l.created_by_user_id
       WHERE l.flow_id = $1 AND l.workspace_id = $2 AND l.expires_at > $3 ORDER BY l.id DESC LIMIT $4`,
      [flowId, workspaceId, new Date(now), limit],
    );
    return rows.map((row) => linkRow.parse(row));
  },

  /** Answers whether the flow had such a link. */
  async delete(tx: Tx, { id, flowId, workspaceId }: FlowKey & { id: string }): Promise<boolean> {
    const [, affected]: [unknown, number] = await tx.query(
      'DELETE FROM flow_share_link WHERE id = $1 AND flow_id = $2 AND workspace_id = $3',
      [id, flowId, workspaceId],
    );
    return affected === 1;
  },

  /** In the engine's role: who holds the link has shown that by its token. Null when it has ended. */
  async findTarget(
    tx: Tx,
    { tokenHash, now }: { tokenHash: Buffer; now: number },
  ): Promise<ShareLinkTarget | null> {
    const rows: unknown[] = await tx.query(
      `SELECT l.flow_id AS "flowId", l.workspace_id AS "workspaceId", l.expires_at AS "expiresAt"
       FROM flow_share_link l
       JOIN flow f ON f.id = l.flow_id AND f.deleted_at IS NULL
       JOIN instagram_account a ON a.id = f.instagram_account_id AND a.status <> 'disconnected'
       WHERE l.token_hash = $1 AND l.expires_at > $2`,
      [tokenHash, new Date(now)],
    );
    return rows.length === 0 ? null : targetRow.parse(rows[0]);
  },
};

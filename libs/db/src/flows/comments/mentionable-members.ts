import { z } from 'zod';
import { likePattern } from '../../pagination/like-pattern';
import type { Tx } from '../../transaction';
import { personName } from '../../users/person-name';

const memberRow = z.object({ userId: z.string(), name: z.string() });
/** A member of a workspace who can be mentioned in comments. */
export type MemberRow = z.infer<typeof memberRow>;

/** Agents answer people and see no flows. */
const canSeeFlows = `m.workspace_id = $1 AND m.role <> 'agent' AND u.status = 'active'`;
const members = `
  SELECT u.id AS "userId", ${personName('u')} AS name
  FROM workspace_member m JOIN app_user u ON u.id = m.user_id
  WHERE ${canSeeFlows}`;

/** Active members who can see flows. */
export const mentionableMembers = {
  /** By name, at most `limit`; those whose name or address has `search` in it. */
  async list(
    tx: Tx,
    { workspaceId, search = '', limit }: { workspaceId: string; search?: string | undefined; limit: number },
  ): Promise<MemberRow[]> {
    const rows: unknown[] = await tx.query(
      `${members} AND (${personName('u')} ILIKE $2 OR u.email ILIKE $2) ORDER BY name, u.id LIMIT $3`,
      [workspaceId, likePattern(search), limit],
    );
    return rows.map((row) => memberRow.parse(row));
  },

  /** Which of these users are such members. */
  async filter(
    tx: Tx,
    { workspaceId, userIds }: { workspaceId: string; userIds: readonly string[] },
  ): Promise<Set<string>> {
    if (userIds.length === 0) return new Set();
    const rows: unknown[] = await tx.query(`${members} AND u.id = ANY ($2::uuid[])`, [workspaceId, userIds]);
    return new Set(rows.map((row) => memberRow.parse(row).userId));
  },
};

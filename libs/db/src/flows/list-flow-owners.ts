import { z } from 'zod';
import type { Tx } from '../transaction';
import { personName } from '../users/person-name';

const ownerRow = z.object({ userId: z.string(), name: z.string() });
export type FlowOwnerRow = z.infer<typeof ownerRow>;

const maxOwners = 500;

/** Who made flows of an account that are still there, archived ones too, by name. */
export async function listFlowOwners(
  tx: Tx,
  { accountId, workspaceId }: { accountId: string; workspaceId: string },
): Promise<FlowOwnerRow[]> {
  const rows: unknown[] = await tx.query(
    `SELECT u.id AS "userId", ${personName('u')} AS name
     FROM app_user u
     WHERE u.id IN (SELECT f.created_by_user_id FROM flow f
                    WHERE f.instagram_account_id = $1 AND f.workspace_id = $2 AND f.deleted_at IS NULL)
     ORDER BY lower(${personName('u')}), u.id LIMIT ${maxOwners}`,
    [accountId, workspaceId],
  );
  return rows.map((row) => ownerRow.parse(row));
}

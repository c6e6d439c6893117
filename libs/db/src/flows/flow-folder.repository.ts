import { z } from 'zod';
import type { Tx } from '../transaction';
import { FlowFolderEntity } from './flow-folder.entity';

type FolderKey = { id: string; workspaceId: string };
type AccountKey = { accountId: string; workspaceId: string };

const countRow = z.object({ folderId: z.string(), count: z.number() });

/** Folders of flows. */
export const flowFolderRepository = {
  find: (tx: Tx, key: FolderKey): Promise<FlowFolderEntity | null> => tx.findOneBy(FlowFolderEntity, key),

  /** All folders of an account, by name. */
  list: (tx: Tx, { accountId, workspaceId }: AccountKey): Promise<FlowFolderEntity[]> =>
    tx.find(FlowFolderEntity, {
      where: { instagramAccountId: accountId, workspaceId },
      order: { name: 'ASC', id: 'ASC' },
    }),

  /** The same, and nobody else changes folders of the account until the transaction ends. */
  async lockAll(tx: Tx, key: AccountKey): Promise<FlowFolderEntity[]> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('folders ' || $1, 0))`, [key.accountId]);
    return flowFolderRepository.list(tx, key);
  },

  /** How many flows each folder of an account holds itself, archived ones left out. */
  async countFlows(tx: Tx, { accountId, workspaceId }: AccountKey): Promise<Map<string, number>> {
    const rows: unknown[] = await tx.query(
      `SELECT f.folder_id AS "folderId", count(*)::int AS count FROM flow f
       WHERE f.instagram_account_id = $1 AND f.workspace_id = $2 AND f.folder_id IS NOT NULL
         AND f.deleted_at IS NULL AND f.archived_at IS NULL
       GROUP BY 1`,
      [accountId, workspaceId],
    );
    return new Map(
      rows.map((row) => countRow.parse(row)).map(({ folderId, count }) => [folderId, count] as const),
    );
  },

  async create(tx: Tx, folder: Omit<FlowFolderEntity, 'createdAt'>): Promise<FlowFolderEntity> {
    await tx.insert(FlowFolderEntity, folder);
    return tx.findOneByOrFail(FlowFolderEntity, { id: folder.id });
  },

  async update(
    tx: Tx,
    key: FolderKey,
    changes: Partial<Pick<FlowFolderEntity, 'name' | 'parentFolderId'>>,
  ): Promise<FlowFolderEntity> {
    if (Object.keys(changes).length > 0) await tx.update(FlowFolderEntity, key, changes);
    return tx.findOneByOrFail(FlowFolderEntity, key);
  },

  /** Deletes a folder; what is in it moves to where it stood. */
  async delete(tx: Tx, { id, workspaceId }: FolderKey): Promise<void> {
    const parent = '(SELECT parent_folder_id FROM flow_folder WHERE id = $1)';
    await tx.query(
      `UPDATE flow_folder SET parent_folder_id = ${parent} WHERE parent_folder_id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
    await tx.query(`UPDATE flow SET folder_id = ${parent} WHERE folder_id = $1 AND workspace_id = $2`, [
      id,
      workspaceId,
    ]);
    await tx.delete(FlowFolderEntity, { id, workspaceId });
  },
};

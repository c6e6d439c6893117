import { pageById } from '../pagination/page-by-id';
import type { Page, PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { WorkspaceEntity } from './workspace.entity';
import { WorkspaceMemberEntity } from './workspace-member.entity';

export const workspaceRepository = {
  /** Creates a workspace with its owner. Runs in the engine's role: nobody is a member of it yet. */
  async createOwned(
    tx: Tx,
    input: { id: string; name: string; timezone: string; ownerUserId: string },
  ): Promise<WorkspaceEntity> {
    const { id, name, timezone, ownerUserId } = input;
    await tx.insert(WorkspaceEntity, { id, name, timezone });
    await tx.insert(WorkspaceMemberEntity, { workspaceId: id, userId: ownerUserId, role: 'owner' });
    return tx.findOneByOrFail(WorkspaceEntity, { id });
  },

  findById: (tx: Tx, id: string): Promise<WorkspaceEntity | null> => tx.findOneBy(WorkspaceEntity, { id }),

  /** Every workspace the transaction may see: those of the caller. */
  listVisible: (tx: Tx, request: PageRequest): Promise<Page<WorkspaceEntity>> =>
    pageById(tx.createQueryBuilder(WorkspaceEntity, 'workspace'), request, 'ASC'),

  /** Ids of the workspaces a user owns, the oldest first. Runs in the engine's role. */
  async listIdsOwnedBy(tx: Tx, userId: string): Promise<string[]> {
    const owned = await tx.find(WorkspaceMemberEntity, {
      where: { userId, role: 'owner' },
      order: { createdAt: 'ASC', workspaceId: 'ASC' },
    });
    return owned.map((member) => member.workspaceId);
  },

  async update(
    tx: Tx,
    id: string,
    changes: { name?: string | undefined; timezone?: string | undefined },
  ): Promise<WorkspaceEntity | null> {
    await tx.update(WorkspaceEntity, { id }, { ...changes, updatedAt: () => 'now()' });
    return workspaceRepository.findById(tx, id);
  },

  async isMember(tx: Tx, { workspaceId, userId }: { workspaceId: string; userId: string }): Promise<boolean> {
    return tx.existsBy(WorkspaceMemberEntity, { workspaceId, userId });
  },
};

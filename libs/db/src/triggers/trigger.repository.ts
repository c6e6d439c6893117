import type { TriggerType } from '@instaflow/contracts';
import { pageById } from '../pagination/page-by-id';
import type { Page, PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { TriggerEntity } from './trigger.entity';

type TriggerKey = { id: string; workspaceId: string };
export type TriggerFields = Pick<
  TriggerEntity,
  | 'keyword'
  | 'match'
  | 'allowTypos'
  | 'excludeKeywords'
  | 'priority'
  | 'oncePerContactHours'
  | 'postPermalink'
  | 'publicReplies'
  | 'status'
> &
  /** What binds it to a post; absent: all posts, however often. */
  Partial<Pick<TriggerEntity, 'postScope' | 'mediaId' | 'oncePerPost' | 'postCheckAt'>>;

export const triggerRepository = {
  find: (tx: Tx, key: TriggerKey): Promise<TriggerEntity | null> => tx.findOneBy(TriggerEntity, key),

  /** Oldest first, of one flow or of a whole account. */
  list(
    tx: Tx,
    input: {
      where: { workspaceId: string } & ({ flowId: string } | { instagramAccountId: string });
      type?: TriggerType | undefined;
      status?: 'active' | 'inactive' | undefined;
      request: PageRequest;
    },
  ): Promise<Page<TriggerEntity>> {
    const query = tx.createQueryBuilder(TriggerEntity, 'trigger').where({
      ...input.where,
      ...(input.type === undefined ? {} : { type: input.type }),
      ...(input.status === undefined ? {} : { status: input.status }),
    });
    return pageById(query, input.request, 'ASC');
  },

  /** Active triggers whose flow is live: the ones the engine considers. */
  listLive: (
    tx: Tx,
    { accountId, workspaceId }: { accountId: string; workspaceId: string },
  ): Promise<TriggerEntity[]> =>
    tx
      .createQueryBuilder(TriggerEntity, 'trigger')
      .innerJoin('flow', 'flow', 'flow.id = trigger.flow_id')
      .where({ instagramAccountId: accountId, workspaceId })
      .andWhere(
        `flow.deleted_at IS NULL AND flow.status = 'active' AND flow.published_version_id IS NOT NULL`,
      )
      .orderBy('trigger.id', 'ASC')
      .getMany(),

  async create(
    tx: Tx,
    trigger: TriggerFields &
      Pick<TriggerEntity, 'id' | 'workspaceId' | 'instagramAccountId' | 'flowId' | 'type'>,
  ): Promise<TriggerEntity> {
    await tx.insert(TriggerEntity, trigger);
    return tx.findOneByOrFail(TriggerEntity, { id: trigger.id });
  },

  async update(tx: Tx, key: TriggerKey, changes: Partial<TriggerFields>): Promise<TriggerEntity> {
    await tx.update(TriggerEntity, key, { ...changes, updatedAt: () => 'now()' });
    return tx.findOneByOrFail(TriggerEntity, key);
  },

  async delete(tx: Tx, key: TriggerKey): Promise<void> {
    await tx.delete(TriggerEntity, key);
  },

  async deleteOfFlow(tx: Tx, key: { flowId: string; workspaceId: string }): Promise<void> {
    await tx.delete(TriggerEntity, key);
  },
};

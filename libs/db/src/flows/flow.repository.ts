import { In, IsNull } from 'typeorm';
import type { Tx } from '../transaction';
import { FlowEntity } from './flow.entity';

type FlowKey = { id: string; workspaceId: string };
export type FlowChanges = Partial<
  Pick<
    FlowEntity,
    | 'name'
    | 'description'
    | 'flowDefinition'
    | 'status'
    | 'publishedVersionId'
    | 'hasUnpublishedChanges'
    | 'folderId'
    | 'archivedAt'
    | 'errorCount'
    | 'editedByUserId'
  >
>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Flows that are not deleted. */
export const flowRepository = {
  find: (tx: Tx, key: FlowKey): Promise<FlowEntity | null> =>
    tx.findOneBy(FlowEntity, { ...key, deletedAt: IsNull() }),

  /** The flow, locked until the transaction ends, so that two saves come one after the other. */
  lock: (tx: Tx, key: FlowKey): Promise<FlowEntity | null> =>
    tx.findOne(FlowEntity, {
      where: { ...key, deletedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    }),

  /** Which of these ids (which need not be ids) are flows of an account, or all of its flows. */
  async listIds(
    tx: Tx,
    { accountId, workspaceId, among }: { accountId: string; workspaceId: string; among?: readonly string[] },
  ): Promise<string[]> {
    const ids = among?.filter((id) => uuidPattern.test(id));
    if (ids?.length === 0) return [];
    const flows = await tx.find(FlowEntity, {
      select: { id: true },
      where: {
        instagramAccountId: accountId,
        workspaceId,
        deletedAt: IsNull(),
        ...(ids && { id: In(ids) }),
      },
    });
    return flows.map((flow) => flow.id);
  },

  async findNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const flows = await tx.find(FlowEntity, {
      select: { id: true, name: true },
      where: { id: In([...ids]) },
    });
    return new Map(flows.map((flow) => [flow.id, flow.name]));
  },

  async create(
    tx: Tx,
    flow: Pick<
      FlowEntity,
      'id' | 'workspaceId' | 'instagramAccountId' | 'name' | 'description' | 'flowDefinition'
    > &
      Partial<Pick<FlowEntity, 'folderId' | 'errorCount' | 'createdByUserId'>>,
  ): Promise<FlowEntity> {
    const editedByUserId = flow.createdByUserId ?? null;
    await tx.insert(FlowEntity, {
      ...flow,
      editedByUserId,
      status: 'draft',
      revision: 1,
      hasUnpublishedChanges: true,
    });
    return tx.findOneByOrFail(FlowEntity, { id: flow.id });
  },

  /** Saves changes under the next revision. */
  async save(tx: Tx, key: FlowKey, changes: FlowChanges): Promise<FlowEntity> {
    await tx.update(FlowEntity, key, {
      ...changes,
      revision: () => 'revision + 1',
      updatedAt: () => 'now()',
    });
    return tx.findOneByOrFail(FlowEntity, key);
  },

  /** Changes what is not part of the draft, under the same revision: whoever edits the draft need not notice. */
  async place(
    tx: Tx,
    key: FlowKey,
    changes: Pick<FlowChanges, 'folderId' | 'archivedAt' | 'status' | 'errorCount'>,
  ): Promise<FlowEntity> {
    await tx.update(FlowEntity, key, changes);
    return tx.findOneByOrFail(FlowEntity, key);
  },

  async markDeleted(tx: Tx, key: FlowKey): Promise<void> {
    await tx.update(FlowEntity, key, {
      deletedAt: () => 'now()',
      status: 'inactive',
      updatedAt: () => 'now()',
    });
  },
};

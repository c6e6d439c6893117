import type { Tx } from '../transaction';
import { FlowTestEntity } from './flow-test.entity';

type FlowKey = { flowId: string; workspaceId: string };
type TestKey = FlowKey & { id: string };

/** Conversations kept with flows. */
export const flowTestRepository = {
  /** All of a flow, oldest first. */
  list: (tx: Tx, key: FlowKey): Promise<FlowTestEntity[]> =>
    tx.find(FlowTestEntity, { where: key, order: { id: 'ASC' } }),

  count: (tx: Tx, key: FlowKey): Promise<number> => tx.countBy(FlowTestEntity, key),

  async create(
    tx: Tx,
    test: Pick<FlowTestEntity, 'id' | 'workspaceId' | 'flowId' | 'test'>,
  ): Promise<FlowTestEntity> {
    await tx.insert(FlowTestEntity, test);
    return tx.findOneByOrFail(FlowTestEntity, { id: test.id });
  },

  async createMany(
    tx: Tx,
    tests: readonly Pick<FlowTestEntity, 'id' | 'workspaceId' | 'flowId' | 'test'>[],
  ): Promise<void> {
    if (tests.length > 0) await tx.insert(FlowTestEntity, [...tests]);
  },

  /** Null when the flow has no such test. */
  async update(tx: Tx, key: TestKey, test: object): Promise<FlowTestEntity | null> {
    await tx.update(FlowTestEntity, key, { test, updatedAt: () => 'now()' });
    return tx.findOneBy(FlowTestEntity, key);
  },

  /** Answers whether there was one. */
  async delete(tx: Tx, key: TestKey): Promise<boolean> {
    const { affected } = await tx.delete(FlowTestEntity, key);
    return affected === 1;
  },
};

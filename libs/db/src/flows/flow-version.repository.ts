import type { Tx } from '../transaction';
import { FlowVersionEntity } from './flow-version.entity';

type FlowKey = { flowId: string; workspaceId: string };

/** Published versions: only ever added; of one that is there, only the note changes. */
export const flowVersionRepository = {
  find: (tx: Tx, key: FlowKey & { version: number }): Promise<FlowVersionEntity | null> =>
    tx.findOneBy(FlowVersionEntity, key),

  /** By its id, whatever became of its flow. */
  findById: (tx: Tx, key: { id: string; workspaceId: string }): Promise<FlowVersionEntity | null> =>
    tx.findOneBy(FlowVersionEntity, key),

  /** Changes the note: the only thing about a version that may change. Answers whether there is such a version. */
  async updateNote(tx: Tx, { note, ...key }: FlowKey & { version: number; note: string }): Promise<boolean> {
    const { affected } = await tx.update(FlowVersionEntity, key, { note });
    return affected === 1;
  },

  /** Adds the next version of a flow, whose row the caller has locked. */
  async append(
    tx: Tx,
    input: Pick<
      FlowVersionEntity,
      'id' | 'workspaceId' | 'flowId' | 'definition' | 'note' | 'publishedByUserId'
    >,
  ): Promise<FlowVersionEntity> {
    const latest = await tx.maximum(FlowVersionEntity, 'version', { flowId: input.flowId });
    await tx.insert(FlowVersionEntity, { ...input, version: (latest ?? 0) + 1 });
    return tx.findOneByOrFail(FlowVersionEntity, { id: input.id });
  },
};

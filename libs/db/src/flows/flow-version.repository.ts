import { cursorOf, offsetOf, toPage, type Page, type PageRequest } from '../pagination/page';
import type { KeysetCursor } from '../pagination/keyset-cursor';
import type { Tx } from '../transaction';
import { FlowVersionEntity } from './flow-version.entity';

type FlowKey = { flowId: string; workspaceId: string };

/** Published versions: only ever added. */
export const flowVersionRepository = {
  find: (tx: Tx, key: FlowKey & { version: number }): Promise<FlowVersionEntity | null> =>
    tx.findOneBy(FlowVersionEntity, key),

  /** Newest first. */
  async list(
    tx: Tx,
    { request, ...key }: FlowKey & { request: PageRequest },
  ): Promise<Page<FlowVersionEntity>> {
    const after = cursorOf(request, isVersionKey);
    const total = await tx.countBy(FlowVersionEntity, key);
    const query = tx
      .createQueryBuilder(FlowVersionEntity, 'version')
      .where(key)
      .orderBy('version.version', 'DESC')
      .offset(offsetOf(request))
      .limit(request.limit + 1);
    if (after !== null) query.andWhere('version.version < :after', { after: after[0] });
    return toPage({ rows: await query.getMany(), total, request, keyOf: (row) => [row.version] });
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

function isVersionKey(values: KeysetCursor): values is [number] {
  return values.length === 1 && Number.isSafeInteger(values[0]);
}

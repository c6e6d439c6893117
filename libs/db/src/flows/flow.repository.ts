import { In, IsNull } from 'typeorm';
import { z } from 'zod';
import type { FlowStatus } from '@instaflow/contracts';
import { likePattern } from '../pagination/like-pattern';
import { pageById } from '../pagination/page-by-id';
import type { Page, PageRequest } from '../pagination/page';
import type { Tx } from '../transaction';
import { FlowEntity } from './flow.entity';

type FlowKey = { id: string; workspaceId: string };
export type FlowChanges = Partial<
  Pick<
    FlowEntity,
    'name' | 'description' | 'flowDefinition' | 'status' | 'publishedVersionId' | 'hasUnpublishedChanges'
  >
>;
const factsRow = z.object({
  id: z.string(),
  triggerCount: z.number(),
  publishedVersion: z.number().nullable(),
});
/** What a list of flows shows beyond the flow itself. */
export type FlowFacts = z.infer<typeof factsRow>;

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

  list(
    tx: Tx,
    input: {
      accountId: string;
      workspaceId: string;
      search?: string | undefined;
      status?: FlowStatus | undefined;
      request: PageRequest;
    },
  ): Promise<Page<FlowEntity>> {
    const query = tx.createQueryBuilder(FlowEntity, 'flow').where({
      workspaceId: input.workspaceId,
      instagramAccountId: input.accountId,
      deletedAt: IsNull(),
      ...(input.status === undefined ? {} : { status: input.status }),
    });
    if (input.search !== undefined && input.search !== '') {
      query.andWhere('(flow.name ILIKE :pattern OR flow.description ILIKE :pattern)', {
        pattern: likePattern(input.search),
      });
    }
    return pageById(query, input.request, 'DESC');
  },

  /** Ids of all flows of an account: what a `go_to_flow` may name. */
  async listIds(
    tx: Tx,
    { accountId, workspaceId }: { accountId: string; workspaceId: string },
  ): Promise<string[]> {
    const flows = await tx.find(FlowEntity, {
      select: { id: true },
      where: { instagramAccountId: accountId, workspaceId, deletedAt: IsNull() },
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

  async findFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, FlowFacts>> {
    const rows: unknown[] = await tx.query(
      `SELECT f.id, v.version AS "publishedVersion",
              (SELECT count(*)::int FROM flow_trigger t WHERE t.flow_id = f.id) AS "triggerCount"
       FROM flow f LEFT JOIN flow_version v ON v.id = f.published_version_id
       WHERE f.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => factsRow.parse(row)).map((facts) => [facts.id, facts]));
  },

  async create(
    tx: Tx,
    flow: Pick<
      FlowEntity,
      'id' | 'workspaceId' | 'instagramAccountId' | 'name' | 'description' | 'flowDefinition'
    >,
  ): Promise<FlowEntity> {
    await tx.insert(FlowEntity, { ...flow, status: 'draft', revision: 1, hasUnpublishedChanges: true });
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

  async markDeleted(tx: Tx, key: FlowKey): Promise<void> {
    await tx.update(FlowEntity, key, {
      deletedAt: () => 'now()',
      status: 'inactive',
      updatedAt: () => 'now()',
    });
  },
};

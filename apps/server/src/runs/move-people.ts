import type { endpoints, ResponseOf, Standing } from '@instaflow/contracts';
import {
  countStanding,
  findVersionFacts,
  flowVersionRepository,
  moveRuns,
  type StandingCount,
  type Tx,
  type VersionFacts,
} from '@instaflow/db';
import { found } from '../http/found';

const batchLimit = 1_000;

type Order = {
  flowId: string;
  workspaceId: string;
  version: number;
  isDryRun: boolean;
  byUserId: string;
  now: number;
};

/**
 * Moves people who wait in other versions of a flow to the same node of a version, or shows who would go. Who stands
 * at a node that version does not have, or has as another kind, stays.
 */
export async function movePeople(tx: Tx, order: Order): Promise<ResponseOf<typeof endpoints.movePeople>> {
  const { flowId, workspaceId } = order;
  const target = found(await flowVersionRepository.find(tx, { flowId, workspaceId, version: order.version }));
  const counts = await countStanding(tx, { flowId, workspaceId, exceptVersionId: target.id });
  const facts = await findVersionFacts(tx, [target.id, ...counts.map(({ versionId }) => versionId)]);
  const places = counts.map((place) => ({ place, standing: toStanding(place, target.id, facts) }));
  const moving = places.filter(({ standing }) => standing.outcome === 'moves');
  const movable = moving.reduce((sum, { standing }) => sum + standing.count, 0);
  const moved = order.isDryRun
    ? 0
    : await moveRuns(tx, {
        flowId,
        workspaceId,
        targetId: target.id,
        targetNodeIds: [...(facts.get(target.id)?.nodes.keys() ?? [])],
        from: moving.map(({ place: { versionId, nodeId } }) => ({ versionId, nodeId })),
        byUserId: order.byUserId,
        limit: batchLimit,
        now: order.now,
      });
  return {
    moved,
    remaining: Math.max(0, movable - moved),
    standing: places.map(({ standing }) => standing),
  };
}

function toStanding(
  { versionId, nodeId, count }: StandingCount,
  targetId: string,
  facts: ReadonlyMap<string, VersionFacts>,
): Standing {
  const source = facts.get(versionId);
  const before = source?.nodes.get(nodeId);
  const after = facts.get(targetId)?.nodes.get(nodeId);
  const isSameKind = before !== undefined && before.type === after?.type;
  return {
    version: source?.version ?? 0,
    nodeId,
    nodeName: before?.name ?? null,
    count,
    outcome: after === undefined ? 'node_missing' : isSameKind ? 'moves' : 'node_kind_changed',
  };
}

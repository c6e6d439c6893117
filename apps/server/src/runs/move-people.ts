import type { endpoints, RemovedStep, ResponseOf, Standing } from '@instaflow/contracts';
import {
  countStanding,
  findVersionFacts,
  flowVersionRepository,
  moveRuns,
  type StandingCount,
  type Tx,
  type VersionFacts,
  type VersionNode,
} from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';
import { found } from '../http/found';
import { findNextSteps } from './find-next-steps';
import { redirectPeople, type Redirect } from './redirect-people';

const batchLimit = 1_000;

type Order = {
  flowId: string;
  workspaceId: string;
  version: number;
  isDryRun: boolean;
  /** Whether those whose step is still there go along. */
  shouldMoveKept: boolean;
  /** What becomes of those whose step is gone, or of another kind; whoever stands at one not named stays. */
  removedSteps: readonly RemovedStep[];
  byUserId: string;
  now: number;
};

type Place = { place: StandingCount; standing: Standing };

export type MovedPeople = {
  answer: ResponseOf<typeof endpoints.movePeople>;
  /** To be woken after the commit. */
  shards: number[];
};

/**
 * Moves people who wait in other versions of a flow to the same node of a version, or shows who would go. Who stands
 * at a node that version does not have, or has as another kind, stays, goes on at the node named for it, or leaves.
 */
export async function movePeople(tx: Tx, order: Order): Promise<MovedPeople> {
  const { flowId, workspaceId, isDryRun, byUserId, now } = order;
  const target = found(await flowVersionRepository.find(tx, { flowId, workspaceId, version: order.version }));
  const counts = await countStanding(tx, { flowId, workspaceId, exceptVersionId: target.id });
  const facts = await findVersionFacts(tx, [target.id, ...counts.map(({ versionId }) => versionId)]);
  const goals = readGoals(order.removedSteps, facts.get(target.id));
  const places = counts.map((place): Place => ({
    place,
    standing: toStanding(place, { targetId: target.id, facts, goals }),
  }));
  const moving = order.shouldMoveKept ? places.filter(({ standing }) => standing.outcome === 'moves') : [];
  const movable = moving.reduce((sum, { standing }) => sum + standing.count, 0);
  const by = { flowId, workspaceId, byUserId, limit: batchLimit, now };
  const moved = isDryRun
    ? 0
    : await moveRuns(tx, {
        ...by,
        targetId: target.id,
        targetNodeIds: [...(facts.get(target.id)?.nodes.keys() ?? [])],
        from: moving.map(({ place: { versionId, nodeId } }) => ({ versionId, nodeId })),
      });
  const redirects = places.flatMap(toRedirect);
  const gone = isDryRun ? places.filter(({ standing }) => standing.outcome !== 'moves') : [];
  const next = await findNextSteps(tx, { targetId: target.id, gone: gone.map(({ place }) => place) });
  const redirected = await redirectPeople(tx, { ...by, targetVersionId: target.id, redirects, isDryRun });
  return {
    answer: {
      moved: moved + redirected.moved,
      ended: redirected.ended,
      remaining: Math.max(0, movable - moved) + redirected.remaining,
      refused: [...redirected.refusals].map(([reason, count]) => ({ reason, count })),
      standing: places.map(({ place, standing }) => ({ ...standing, next: next.get(place) })),
    },
    shards: redirected.shards,
  };
}

type Goals = ReadonlyMap<string, Standing['goesTo']>;

/** Where people go from steps that are gone, by step. 422 for a step the version does not have. */
function readGoals(removedSteps: readonly RemovedStep[], target: VersionFacts | undefined): Goals {
  return new Map(
    removedSteps.map(({ nodeId, targetNodeId }) => {
      if (targetNodeId === null) return [nodeId, null];
      const node = target?.nodes.get(targetNodeId);
      if (node === undefined || node.type === 'note') {
        const message = 'People cannot go on at a step that version does not have.';
        throw unprocessable('step_missing', message, { nodeId: targetNodeId });
      }
      return [nodeId, { nodeId: targetNodeId, nodeName: node.name ?? targetNodeId }];
    }),
  );
}

function toRedirect({ place: { versionId, nodeId }, standing: { goesTo } }: Place): Redirect[] {
  return goesTo === undefined ? [] : [{ versionId, nodeId, targetNodeId: goesTo?.nodeId ?? null }];
}

function toStanding(
  { versionId, nodeId, count }: StandingCount,
  { targetId, facts, goals }: { targetId: string; facts: ReadonlyMap<string, VersionFacts>; goals: Goals },
): Standing {
  const source = facts.get(versionId);
  const before = source?.nodes.get(nodeId);
  const after = facts.get(targetId)?.nodes.get(nodeId);
  const outcome = findOutcome(before, after);
  const goesTo = outcome === 'moves' ? undefined : goals.get(nodeId);
  return {
    version: source?.version ?? 0,
    nodeId,
    nodeName: before?.name ?? null,
    count,
    outcome,
    ...(goesTo !== undefined && { goesTo }),
  };
}

function findOutcome(before: VersionNode | undefined, after: VersionNode | undefined): Standing['outcome'] {
  if (after === undefined) return 'node_missing';
  return before?.type === after.type ? 'moves' : 'node_kind_changed';
}

import type { WaitingRun } from '@instaflow/contracts';
import { findNodeName } from '../../shared/contact/find-node-name';

type Counted = { nodeId: string; count: number };

/**
 * Steps people stand at with their names, the fullest first: as the version they stand in calls it, where someone of
 * the page does, else as the draft does.
 */
export function listWaitingSteps(
  nodes: readonly Counted[],
  waiting: readonly Pick<WaitingRun, 'nodeId' | 'nodeName'>[],
  definition: Record<string, unknown>,
): (Counted & { name: string })[] {
  const names = new Map(
    waiting.flatMap(({ nodeId, nodeName }) => (nodeId && nodeName ? [[nodeId, nodeName]] : [])),
  );
  return nodes
    .map(({ nodeId, count }) => ({
      nodeId,
      count,
      name: names.get(nodeId) ?? findNodeName(definition, nodeId) ?? nodeId,
    }))
    .sort((left, right) => right.count - left.count || left.name.localeCompare(right.name));
}

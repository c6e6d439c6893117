import type { Standing } from '@instaflow/contracts';
import type { RemovedFates } from '../builder/publish/removed-fate';

export type GoneStep = { nodeId: string; nodeName: string; count: number; nextNodeId: string | null };

/** The steps people stand at that a version does not have, each once; where most people stand comes first. */
export function listGoneSteps(standing: readonly Standing[]): GoneStep[] {
  const steps = new Map<string, GoneStep>();
  for (const { outcome, nodeId, nodeName, count, next } of standing) {
    if (outcome === 'moves') continue;
    const known = steps.get(nodeId);
    steps.set(nodeId, {
      nodeId,
      nodeName: known?.nodeName ?? (nodeName || nodeId),
      count: count + (known?.count ?? 0),
      nextNodeId: known?.nextNodeId ?? next?.nodeId ?? null,
    });
  }
  return [...steps.values()].toSorted((a, b) => b.count - a.count);
}

/** How many go on in the version and how many leave the flow, by what was chosen for steps it does not have. */
export function countMoves(
  standing: readonly Standing[],
  fates: RemovedFates,
): { going: number; ending: number } {
  const sum = (isCounted: (place: Standing) => boolean): number =>
    standing.filter(isCounted).reduce((total, { count }) => total + count, 0);
  const fateOf = ({ outcome, nodeId }: Standing) => (outcome === 'moves' ? 'goOn' : fates[nodeId]?.kind);
  return {
    going: sum((place) => fateOf(place) === 'goOn'),
    ending: sum((place) => fateOf(place) === 'end'),
  };
}

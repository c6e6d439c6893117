import type { RunState } from '../run-state';

type Visited = Pick<RunState, 'visits'>;

/** How often a run has entered a node. Ids are anything: also the names of what every object inherits. */
export function countVisits({ visits }: Visited, nodeId: string): number {
  const key = keyOf(nodeId);
  return Object.hasOwn(visits, key) ? (visits[key] ?? 0) : 0;
}

/** The visits with one more of a node. */
export function addVisit({ visits }: Visited, nodeId: string): RunState['visits'] {
  return { ...visits, [keyOf(nodeId)]: countVisits({ visits }, nodeId) + 1 };
}

/** A field of this name is lost when JSON is read. */
function keyOf(nodeId: string): string {
  return nodeId === '__proto__' ? '(__proto__)' : nodeId;
}

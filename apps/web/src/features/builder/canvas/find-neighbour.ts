import type { FlowDefinition } from '@instaflow/flow-model';
import { listTargets } from './list-flow-order';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Where an arrow key leads from a node: right to the first step that follows, left to the first that leads here, up and
 * down among the steps that follow from the same one. Null when there is none.
 */
export function findNeighbour(
  definition: FlowDefinition,
  nodeId: string,
  direction: Direction,
): string | null {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!node) return null;
  if (direction === 'right') return listTargets(node).find((id) => id !== nodeId) ?? null;
  const parent = definition.nodes.find(
    ({ id, connections }) => id !== nodeId && connections.some(({ targetNodeId }) => targetNodeId === nodeId),
  );
  if (direction === 'left') return parent?.id ?? null;
  const siblings = parent ? [...new Set(listTargets(parent))] : listRoots(definition);
  const place = siblings.indexOf(nodeId);
  return siblings[direction === 'up' ? place - 1 : place + 1] ?? null;
}

function listRoots(definition: FlowDefinition): string[] {
  const targets = new Set(
    definition.nodes.flatMap(({ connections }) => connections.map(({ targetNodeId }) => targetNodeId)),
  );
  return definition.nodes.map(({ id }) => id).filter((id) => !targets.has(id));
}

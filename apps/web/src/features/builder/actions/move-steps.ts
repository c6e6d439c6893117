import { conditionKey, listOutlets, type FlowDefinition, type FlowOperation } from '@instaflow/flow-model';
import type { Positions } from '../canvas/position';
import type { EditLabel } from '../history/history';
import type { BuilderStore } from '../state/builder-store';

/** Writes new places of steps as one edit; with `spliceEdgeId` the one moved step is also put on that edge. */
export function moveSteps(
  store: BuilderStore,
  { positions, spliceEdgeId = null }: { positions: Positions; spliceEdgeId?: string | null },
): void {
  const { definition, commit } = store.getState();
  const moves = Object.entries(positions).map(([nodeId, position]) => ({
    nodeId,
    position: { ...position },
  }));
  const [first] = moves;
  if (!first) return;
  const splice = spliceEdgeId === null ? [] : spliceOperations(definition, first.nodeId, spliceEdgeId);
  commit({
    label: toLabel(definition, first.nodeId, moves.length, splice.length > 0),
    operations: [{ op: 'move_nodes', moves }, ...splice],
  });
}

function toLabel(definition: FlowDefinition, nodeId: string, count: number, isSpliced: boolean): EditLabel {
  if (count > 1) return { key: 'moveSteps', values: { count } };
  const name = definition.nodes.find(({ id }) => id === nodeId)?.name ?? '';
  return { key: isSpliced ? 'spliceStep' : 'moveStep', values: { name } };
}

/** Whether a step can be put on an edge: only one that is not part of the flow yet, so that nothing else changes. */
export function canSplice(definition: FlowDefinition, nodeId: string): boolean {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!node || node.type === 'start' || node.type === 'note' || node.connections.length > 0) return false;
  return !definition.nodes.some(({ connections }) =>
    connections.some(({ targetNodeId }) => targetNodeId === nodeId),
  );
}

function spliceOperations(definition: FlowDefinition, nodeId: string, spliceEdgeId: string): FlowOperation[] {
  const separator = spliceEdgeId.indexOf('|');
  const sourceId = spliceEdgeId.slice(0, separator);
  const outletId = spliceEdgeId.slice(separator + 1);
  const source = definition.nodes.find(({ id }) => id === sourceId);
  const edge = source?.connections.find(({ condition }) => conditionKey(condition) === outletId);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!edge || !node || !canSplice(definition, nodeId)) return [];
  const [first] = listOutlets(node);
  return [
    { op: 'connect', nodeId: sourceId, targetNodeId: nodeId, condition: edge.condition },
    ...(first
      ? [{ op: 'connect' as const, nodeId, targetNodeId: edge.targetNodeId, condition: first.condition }]
      : []),
  ];
}

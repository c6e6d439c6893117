import type { FlowDefinition } from '@instaflow/flow-model';
import type { Positions } from '../canvas/position';
import type { EditLabel } from '../history/history';
import type { BuilderStore } from '../state/builder-store';
import { listSpliceOperations } from './splice-step';

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
  const splice = spliceEdgeId === null ? [] : listSpliceOperations(definition, first.nodeId, spliceEdgeId);
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

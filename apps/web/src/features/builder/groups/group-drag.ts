import { snapToGrid } from '../canvas/place-node';
import type { Position, Positions } from '../canvas/position';
import type { BuilderStore } from '../state/builder-store';
import type { GroupNode } from './fold-groups';

export type GroupDrag = {
  nodeId: string;
  /** Where the steps lie once the frame has been dragged to a place. */
  positionsAt: (frame: Position) => Positions;
};

/** Begins to drag a group: its steps go with its frame, in steps of the grid. */
export function startGroupDrag(
  store: BuilderStore,
  { id, position: start, data: { group } }: Pick<GroupNode, 'id' | 'position' | 'data'>,
): GroupDrag {
  const { definition, automaticPositions } = store.getState();
  const members = definition.nodes
    .filter((node) => group.nodeIds.includes(node.id))
    .map((node) => ({ id: node.id, at: node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 } }));
  return {
    nodeId: id,
    positionsAt: (frame) => {
      const by = { x: snapToGrid(frame.x - start.x), y: snapToGrid(frame.y - start.y) };
      return Object.fromEntries(
        members.map((member) => [member.id, { x: member.at.x + by.x, y: member.at.y + by.y }]),
      );
    },
  };
}

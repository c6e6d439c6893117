import type { FlowDefinition, FlowNode } from '@instaflow/flow-model';
import { intersect, type Area } from '../canvas/far/plan-picture';
import { listBoxes, placeAfter, snapToGrid } from '../canvas/place-node';
import type { Position, Positions } from '../canvas/position';
import { measureNode } from '../card/measure-node';

/** What has to stay free around a step, and what is left free where the steps had to make way: more, for the grid. */
const clearance = 32;
const gap = 48;
const origin: Position = { x: 0, y: 0 };

export type Block = {
  definition: FlowDefinition;
  automaticPositions: Positions;
  nodes: readonly FlowNode[];
  /** The places of these steps to each other. */
  layout: Positions;
  firstNodeId: string;
  /** Where the first of them goes; to the right of `afterNodeId` when null. */
  at: Position | null;
  afterNodeId: string;
};

/** Places on the grid for steps that stay together, so far down that none of them lies on a step that is there. */
export function placeBlock({ definition, automaticPositions, nodes, layout, ...wanted }: Block): Positions {
  const first = nodes.find(({ id }) => id === wanted.firstNodeId);
  const height = first ? measureNode(first).height : 0;
  const corner =
    wanted.at ?? placeAfter({ definition, automaticPositions, nodeId: wanted.afterNodeId, height });
  const { x, y } = layout[wanted.firstNodeId] ?? origin;
  const shift = { x: snapToGrid(corner.x - x), y: snapToGrid(corner.y - y) };
  const boxes = nodes.map((node) => {
    const place = layout[node.id] ?? origin;
    const { width, height: tall } = measureNode(node);
    const spot = { x: snapToGrid(place.x + shift.x), y: snapToGrid(place.y + shift.y) };
    return { id: node.id, ...spot, width, height: tall };
  });
  const drop = findDrop(boxes, listBoxes(definition, automaticPositions));
  return Object.fromEntries(boxes.map((box) => [box.id, { x: box.x, y: box.y + drop }]));
}

/** How far down boxes have to go together to lie on no other one. */
function findDrop(boxes: readonly Area[], others: readonly Area[]): number {
  let drop = 0;
  for (let step = 1; step > 0; drop += step) {
    const hits = boxes.flatMap((box) =>
      others
        .filter((other) => intersect(toRoom(box, drop), other))
        .map((other) => other.y + other.height + gap - (box.y + drop)),
    );
    step = snapToGrid(Math.max(0, ...hits));
  }
  return drop;
}

/** A box that has gone down, and what has to stay free above and below it. */
function toRoom({ x, y, width, height }: Area, drop: number): Area {
  return { x, y: y + drop - clearance, width, height: height + 2 * clearance };
}

import type { FlowDefinition } from '@instaflow/flow-model';
import { cardMetrics } from '../card/card-metrics';
import { measureNode } from '../card/measure-node';
import type { Position, Positions } from './position';

/** As wide as a label on a connection needs, and as tidying leaves between columns. */
const gapX = 144;
const gapY = 32;
const grid = 16;

/** A free place to the right of a node, below whatever is already there; for a new node that follows it. */
export function placeAfter({
  definition,
  automaticPositions,
  nodeId,
  height,
}: {
  definition: FlowDefinition;
  automaticPositions: Positions;
  nodeId: string;
  height: number;
}): Position {
  const boxes = definition.nodes.map((node) => {
    const place = node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 };
    return { id: node.id, x: place.x, y: place.y, height: measureNode(node).height };
  });
  const from = boxes.find(({ id }) => id === nodeId) ?? { x: -cardMetrics.width, y: 0 };
  const x = from.x + cardMetrics.width + gapX;
  const inTheWay = boxes
    .filter((box) => box.x < x + cardMetrics.width && box.x + cardMetrics.width > x)
    .sort((left, right) => left.y - right.y);
  let y = from.y;
  for (const box of inTheWay) {
    const overlaps = box.y < y + height + gapY && box.y + box.height + gapY > y;
    if (overlaps) y = box.y + box.height + gapY;
  }
  return { x: snapToGrid(x), y: snapToGrid(y) };
}

/** Rounds a length to the canvas grid of 16 px. */
export function snapToGrid(value: number): number {
  return Math.round(value / grid) * grid;
}

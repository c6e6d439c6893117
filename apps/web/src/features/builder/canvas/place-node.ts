import type { FlowDefinition, FlowNode } from '@instaflow/flow-model';
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
  const boxes = listBoxes(definition, automaticPositions);
  const from = boxes.find(({ id }) => id === nodeId) ?? { x: -cardMetrics.width, y: 0 };
  const x = from.x + cardMetrics.width + gapX;
  return { x: snapToGrid(x), y: snapToGrid(moveBelow(boxes, { x, y: from.y }, height)) };
}

/** The place itself, or below whatever lies there already; for what is put down without looking. */
export function findFreePlace({
  definition,
  automaticPositions,
  at,
  height,
}: {
  definition: FlowDefinition;
  automaticPositions: Positions;
  at: Position;
  height: number;
}): Position {
  const boxes = listBoxes(definition, automaticPositions);
  return { x: snapToGrid(at.x), y: snapToGrid(moveBelow(boxes, at, height)) };
}

/** Rounds a length to the canvas grid of 16 px. */
export function snapToGrid(value: number): number {
  return Math.round(value / grid) * grid;
}

export type CardBox = Position & { id: string; width: number; height: number };

/** Where the card of every step lies, and how large it is. */
export function listBoxes(definition: FlowDefinition, automaticPositions: Positions): CardBox[] {
  return definition.nodes.map((node) => {
    const { x, y } = node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 };
    return { id: node.id, x, y, ...sizeOf(node) };
  });
}

function sizeOf(node: FlowNode): { width: number; height: number } {
  const { width, height } = measureNode(node);
  return { width, height };
}

/** How far down a card has to go from a place to lie on no other one. */
function moveBelow(boxes: readonly CardBox[], at: Position, height: number): number {
  const inTheWay = boxes
    .filter((box) => box.x < at.x + cardMetrics.width && box.x + box.width > at.x)
    .sort((left, right) => left.y - right.y);
  let y = at.y;
  for (const box of inTheWay) {
    const overlaps = box.y < y + height + gapY && box.y + box.height + gapY > y;
    if (overlaps) y = box.y + box.height + gapY;
  }
  return y;
}

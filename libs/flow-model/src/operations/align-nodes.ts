import type { OperationOf } from './operation-result';

/** Where a card is drawn and how large it is, in the canvas' units. */
export type NodeBox = { nodeId: string; x: number; y: number; width: number; height: number };

export const alignments = [
  'left',
  'center',
  'right',
  'top',
  'middle',
  'bottom',
  'distribute_horizontally',
  'distribute_vertically',
] as const;
export type Alignment = (typeof alignments)[number];

/**
 * The edit that lines cards up at one of their sides or middles, or spreads them with equal gaps between the outermost
 * two. Null when nothing would move.
 */
export function alignNodes(
  boxes: readonly NodeBox[],
  alignment: Alignment,
): OperationOf<'move_nodes'> | null {
  const places = place(boxes, alignment);
  const moves = boxes.flatMap(({ nodeId, x, y }, index) => {
    const position = places[index];
    return !position || (position.x === x && position.y === y) ? [] : [{ nodeId, position }];
  });
  return moves.length === 0 ? null : { op: 'move_nodes', moves };
}

type Axis = 'x' | 'y';
type Place = { x: number; y: number };

const shares = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

function place(boxes: readonly NodeBox[], alignment: Alignment): Place[] {
  switch (alignment) {
    case 'distribute_horizontally':
      return distribute(boxes, 'x');
    case 'distribute_vertically':
      return distribute(boxes, 'y');
    case 'left':
    case 'center':
    case 'right':
      return align(boxes, 'x', shares[alignment]);
    default:
      return align(boxes, 'y', shares[alignment]);
  }
}

const sizeOf = (box: NodeBox, axis: Axis): number => (axis === 'x' ? box.width : box.height);

function move({ x, y }: NodeBox, axis: Axis, to: number): Place {
  return axis === 'x' ? { x: Math.round(to), y } : { x, y: Math.round(to) };
}

function align(boxes: readonly NodeBox[], axis: Axis, share: number): Place[] {
  const first = Math.min(...boxes.map((box) => box[axis]));
  const last = Math.max(...boxes.map((box) => box[axis] + sizeOf(box, axis)));
  const line = first + (last - first) * share;
  return boxes.map((box) => move(box, axis, line - sizeOf(box, axis) * share));
}

function distribute(boxes: readonly NodeBox[], axis: Axis): Place[] {
  const sorted = boxes.toSorted((a, b) => a[axis] - b[axis]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || sorted.length < 3) return boxes.map(({ x, y }) => ({ x, y }));
  const taken = sorted.reduce((sum, box) => sum + sizeOf(box, axis), 0);
  const gap = (last[axis] + sizeOf(last, axis) - first[axis] - taken) / (sorted.length - 1);
  const places = new Map<NodeBox, Place>();
  let at = first[axis];
  for (const box of sorted) {
    places.set(box, move(box, axis, at));
    at += sizeOf(box, axis) + gap;
  }
  return boxes.map((box) => places.get(box) ?? { x: box.x, y: box.y });
}

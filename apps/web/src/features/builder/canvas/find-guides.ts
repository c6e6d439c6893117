import type { Position } from './position';

export type Box = Position & { width: number; height: number };
/** A line at `at` on one axis (`x`: upright), drawn from `from` to `to` on the other one. */
export type Guide = { axis: 'x' | 'y'; at: number; from: number; to: number };

/** In canvas units: half a step of the grid, so that no line is jumped over between two of them. */
const tolerance = 8;

/**
 * Where a dragged box lies once it has snapped to the sides or middles of others, and the lines it shares with them.
 * Of several lines near it the nearest wins; what is far away across the canvas does not count.
 */
export function findGuides(box: Box, others: readonly Box[]): { position: Position; guides: Guide[] } {
  const near = others.filter((other) => distance(box, other) < reach);
  const x = snapAxis(box, near, 'x');
  const y = snapAxis(box, near, 'y');
  const position = { x: box.x + (x?.by ?? 0), y: box.y + (y?.by ?? 0) };
  const snapped = { ...box, ...position };
  const guides = [x && toGuide(snapped, x, 'x'), y && toGuide(snapped, y, 'y')].filter(
    (guide) => guide !== null,
  );
  return { position, guides };
}

const reach = 1_200;

function distance(one: Box, other: Box): number {
  return Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
}

type Snap = { by: number; at: number; other: Box };

function snapAxis(box: Box, others: readonly Box[], axis: 'x' | 'y'): Snap | null {
  let best: Snap | null = null;
  for (const other of others) {
    const lines = linesOf(other, axis);
    linesOf(box, axis).forEach((own, index) => {
      const at = lines[index] ?? own;
      const by = at - own;
      if (Math.abs(by) > tolerance || Math.abs(by) >= Math.abs(best?.by ?? Infinity)) return;
      best = { by, at, other };
    });
  }
  return best;
}

/** Beginning, middle and end of a box: only equals are compared, as cards are lined up by them. */
function linesOf(box: Box, axis: 'x' | 'y'): [number, number, number] {
  const size = axis === 'x' ? box.width : box.height;
  return [box[axis], box[axis] + size / 2, box[axis] + size];
}

function toGuide(box: Box, { at, other }: Snap, axis: 'x' | 'y'): Guide {
  const across = axis === 'x' ? 'y' : 'x';
  const [from, to] = [linesOf(box, across), linesOf(other, across)];
  return { axis, at, from: Math.min(from[0], to[0]), to: Math.max(from[2], to[2]) };
}

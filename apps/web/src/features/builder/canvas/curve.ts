import type { Position } from './position';

/** From the right edge of an outlet to the left edge of an input. */
export type Curve = { from: Position; to: Position };

/** The point of a connection's curve at `t`, 0 being its beginning and 1 its end. */
export function pointOnCurve({ from, to }: Curve, t: number): Position {
  const offset = controlOffset(to.x - from.x);
  return {
    x: bezier(t, [from.x, from.x + offset, to.x - offset, to.x]),
    y: bezier(t, [from.y, from.y, to.y, to.y]),
  };
}

/** How far to the side a curve swings out: as React Flow bends its bezier edges (curvature 0.25). */
export function controlOffset(distance: number): number {
  return distance >= 0 ? 0.5 * distance : 0.25 * 25 * Math.sqrt(-distance);
}

function bezier(t: number, [a, b, c, d]: [number, number, number, number]): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

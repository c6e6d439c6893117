import type { CanvasNode } from '../groups/fold-groups';
import { controlOffset, pointOnCurve, type Curve } from './curve';
import type { FlowEdge } from './derive-canvas';
import { findCurve } from './find-curve';
import type { Position } from './position';

const samples = 24;

/** The id of the edge that passes within `tolerance` of a point, the nearest if several do; null when none does. */
export function findEdgeAt({
  point,
  nodes,
  edges,
  tolerance,
  ignoreNodeId,
}: {
  point: Position;
  nodes: readonly CanvasNode[];
  edges: FlowEdge[];
  tolerance: number;
  /** A node being dragged: its own edges do not count. */
  ignoreNodeId?: string;
}): string | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let best: { id: string; distance: number } | null = null;
  for (const edge of edges) {
    if (edge.source === ignoreNodeId || edge.target === ignoreNodeId) continue;
    const ends = findCurve(edge, byId);
    if (!ends || !isNearBox(point, ends, tolerance)) continue;
    const distance = distanceToCurve(point, ends);
    if (distance <= tolerance && distance < (best?.distance ?? Infinity)) best = { id: edge.id, distance };
  }
  return best?.id ?? null;
}

function isNearBox(point: Position, { from, to }: Curve, tolerance: number): boolean {
  const slack = tolerance + controlOffset(to.x - from.x);
  return (
    point.x >= Math.min(from.x, to.x) - slack &&
    point.x <= Math.max(from.x, to.x) + slack &&
    point.y >= Math.min(from.y, to.y) - tolerance &&
    point.y <= Math.max(from.y, to.y) + tolerance
  );
}

function distanceToCurve(point: Position, curve: Curve): number {
  let nearest = Infinity;
  for (let index = 0; index <= samples; index += 1) {
    const { x, y } = pointOnCurve(curve, index / samples);
    nearest = Math.min(nearest, Math.hypot(point.x - x, point.y - y));
  }
  return nearest;
}

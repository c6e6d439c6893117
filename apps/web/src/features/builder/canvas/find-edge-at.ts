import { measureNode } from '../card/measure-node';
import { controlOffset, pointOnCurve, type Curve } from './curve';
import type { CardNode, FlowEdge } from './derive-canvas';
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
  nodes: CardNode[];
  edges: FlowEdge[];
  tolerance: number;
  /** A node being dragged: its own edges do not count. */
  ignoreNodeId?: string;
}): string | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let best: { id: string; distance: number } | null = null;
  for (const edge of edges) {
    if (edge.source === ignoreNodeId || edge.target === ignoreNodeId) continue;
    const ends = findEnds(edge, byId);
    if (!ends || !isNearBox(point, ends, tolerance)) continue;
    const distance = distanceToCurve(point, ends);
    if (distance <= tolerance && distance < (best?.distance ?? Infinity)) best = { id: edge.id, distance };
  }
  return best?.id ?? null;
}

function findEnds(edge: FlowEdge, byId: Map<string, CardNode>): Curve | null {
  const source = byId.get(edge.source);
  const target = byId.get(edge.target);
  if (!source || !target) return null;
  const out = measureNode(source.data.node).handles.find(({ id }) => id === edge.sourceHandle);
  const into = measureNode(target.data.node).handles.find(({ type }) => type === 'target');
  if (!out || !into) return null;
  return {
    from: { x: source.position.x + out.x + out.width, y: source.position.y + out.y + out.height / 2 },
    to: { x: target.position.x + into.x, y: target.position.y + into.y + into.height / 2 },
  };
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

import type { CanvasNode } from '../groups/fold-groups';
import type { Curve } from './curve';
import type { FlowEdge } from './derive-canvas';

/** The curve a connection is drawn along, from handle to handle; null when one of its ends is not on the canvas. */
export function findCurve(edge: FlowEdge, nodes: ReadonlyMap<string, CanvasNode>): Curve | null {
  const source = nodes.get(edge.source);
  const target = nodes.get(edge.target);
  const out = source?.handles?.find(({ id, type }) => type === 'source' && id === edge.sourceHandle);
  const into = target?.handles?.find(({ type }) => type === 'target');
  if (!source || !target || !out || !into) return null;
  return {
    from: {
      x: source.position.x + out.x + (out.width ?? 0),
      y: source.position.y + out.y + (out.height ?? 0) / 2,
    },
    to: { x: target.position.x + into.x, y: target.position.y + into.y + (into.height ?? 0) / 2 },
  };
}

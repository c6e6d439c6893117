import type { FlowDefinition } from '@instaflow/flow-model';
import { conditionKey } from '@instaflow/flow-model';
import { inputHandleId, measureNode, type MeasuredNode } from '../../builder/card/measure-node';

type Box = {
  id: string;
  kind: 'start' | 'step' | 'note';
  x: number;
  y: number;
  width: number;
  height: number;
};
type Point = { x: number; y: number };

/** A flow as boxes and lines, in the units of the canvas. */
export type Thumbnail = {
  box: Omit<Box, 'id' | 'kind'>;
  boxes: Box[];
  lines: { id: string; path: string }[];
};

const margin = 60;

/** The small map of a document. Steps that have no place yet are left out; null when that leaves nothing. */
export function drawThumbnail({ nodes }: FlowDefinition): Thumbnail | null {
  const placed = new Map(
    nodes.flatMap((node) => {
      if (!node.position) return [];
      const size = measureNode(node);
      return [[node.id, { node, size, x: node.position.x, y: node.position.y }] as const];
    }),
  );
  if (placed.size === 0) return null;
  const boxes = [...placed.values()].map(({ node, size: { width, height }, x, y }): Box => {
    const kind = node.type === 'start' || node.type === 'note' ? node.type : 'step';
    return { id: node.id, kind, x, y, width, height };
  });
  const lines = [...placed.values()].flatMap(({ node, ...from }) =>
    node.connections.flatMap(({ targetNodeId, condition }) => {
      const to = placed.get(targetNodeId);
      if (!to) return [];
      const key = conditionKey(condition);
      return [{ id: `${node.id}/${key}`, path: drawLine(handleAt(from, key), handleAt(to, inputHandleId)) }];
    }),
  );
  return { box: surround(boxes), boxes, lines };
}

function handleAt({ x, y, size }: Point & { size: MeasuredNode }, id: string): Point {
  const handle = size.handles.find((known) => known.id === id);
  if (!handle) return { x: x + (id === inputHandleId ? 0 : size.width), y: y + size.height / 2 };
  return { x: x + handle.x + handle.width / 2, y: y + handle.y + handle.height / 2 };
}

function drawLine(from: Point, to: Point): string {
  const bend = Math.max(80, Math.abs(to.x - from.x) / 2);
  const points = [from.x, from.y, from.x + bend, from.y, to.x - bend, to.y, to.x, to.y].map(Math.round);
  const [x, y, ...curve] = points;
  return `M${String(x)} ${String(y)} C${curve.join(' ')}`;
}

function surround(boxes: readonly Box[]): Thumbnail['box'] {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

import type { ReactFlowInstance } from '@xyflow/react';
import type { CanvasNode } from '../groups/fold-groups';
import type { FlowEdge } from './derive-canvas';

const readableZoom = 0.65;
const margin = 56;

/** The first look at a flow: all of it when it can be read like that, else its start at a size one can read. */
export function showBeginning(flow: ReactFlowInstance<CanvasNode, FlowEdge>): void {
  const start = flow.getNodes().find((node) => node.type === 'card' && node.data.isStart);
  const box = document.querySelector('.builder-canvas')?.getBoundingClientRect();
  if (!start || !box) return;
  const bounds = flow.getNodesBounds(flow.getNodes());
  const zoom = Math.min(
    (box.width - 2 * margin) / bounds.width,
    (box.height - 2 * margin) / bounds.height,
    1,
  );
  if (flow.getNodes().length === 1) {
    void flow.setViewport({ x: margin - bounds.x, y: box.height / 3 - bounds.y, zoom: 1 });
    return;
  }
  if (zoom >= readableZoom) {
    void flow.setViewport({
      x: (box.width - bounds.width * zoom) / 2 - bounds.x * zoom,
      y: (box.height - bounds.height * zoom) / 2 - bounds.y * zoom,
      zoom,
    });
    return;
  }
  const isTall = bounds.height * readableZoom > box.height - 2 * margin;
  const middle = isTall ? start.position.y + 60 : bounds.y + bounds.height / 2;
  void flow.setViewport({
    x: margin - start.position.x * readableZoom,
    y: box.height / 2 - middle * readableZoom,
    zoom: readableZoom,
  });
}

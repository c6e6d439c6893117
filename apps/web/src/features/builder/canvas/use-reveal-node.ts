import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { measureNode } from '../card/measure-node';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { motionMs } from './motion-ms';

const margin = 24;
const readableZoom = 0.6;

/** Brings a step into view when it is asked for and not wholly visible, at a zoom at which it can be read. */
export function useRevealNode(): void {
  const flow = useReactFlow();
  const canvas = useStoreApi();
  const store = useBuilderStore();
  const nodeId = useBuilder(({ revealNodeId }) => revealNodeId);

  useEffect(() => {
    if (nodeId === null) return;
    // After the next frame: opening the panel has made the canvas narrower by then.
    const frame = requestAnimationFrame(() => {
      const { definition, automaticPositions, settle } = store.getState();
      settle('revealNodeId');
      const node = definition.nodes.find(({ id }) => id === nodeId);
      const box = canvas.getState().domNode?.getBoundingClientRect();
      if (!node || !box) return;
      const place = node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 };
      const { width, height } = measureNode(node);
      const { x, y, zoom } = flow.getViewport();
      const left = place.x * zoom + x;
      const top = place.y * zoom + y;
      const isInside =
        left >= margin &&
        top >= margin &&
        left + width * zoom <= box.width - margin &&
        top + Math.min(height * zoom, box.height - 2 * margin) <= box.height - margin;
      if (isInside && zoom >= readableZoom) return;
      const nextZoom = Math.max(zoom, readableZoom);
      const middleX = place.x + width / 2;
      const middleY = place.y + Math.min(height, box.height / nextZoom - 2 * margin) / 2;
      // Not `setCenter`: React Flow learns the new width of the canvas only later.
      void flow.setViewport(
        { x: box.width / 2 - middleX * nextZoom, y: box.height / 2 - middleY * nextZoom, zoom: nextZoom },
        { duration: motionMs() },
      );
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [nodeId, flow, canvas, store]);
}

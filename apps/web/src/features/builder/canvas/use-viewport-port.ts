import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { cardMetrics } from '../card/card-metrics';
import { useBuilderSession } from '../state/builder-context';
import { motionMs } from './motion-ms';
import type { Position } from './position';

/** Lends the canvas to the rest of the builder while it is mounted. */
export function useViewportPort(region: RefObject<HTMLElement | null>): void {
  const { viewport } = useBuilderSession();
  const flow = useReactFlow();
  const store = useStoreApi();

  useEffect(() => {
    let pointer: Position | null = null;
    const element = region.current;
    const follow = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    const lose = () => {
      pointer = null;
    };
    element?.addEventListener('pointermove', follow);
    element?.addEventListener('pointerleave', lose);

    viewport.set({
      fit: (nodeIds) => {
        const nodes = nodeIds?.map((id) => ({ id }));
        void flow.fitView({ nodes, padding: 0.15, maxZoom: 1, duration: motionMs() });
      },
      resetZoom: () => {
        void flow.zoomTo(1, { duration: motionMs() });
      },
      dropPosition: () => {
        const box = store.getState().domNode?.getBoundingClientRect();
        const middle = {
          x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
          y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
        };
        const { x, y } = flow.screenToFlowPosition(pointer ?? middle);
        return { x: x - cardMetrics.width / 2, y: y - cardMetrics.headerHeight / 2 };
      },
      toFlowPosition: (screen) => flow.screenToFlowPosition(screen, { snapToGrid: true }),
      contains: ({ x, y }) => {
        const box = store.getState().domNode?.getBoundingClientRect();
        return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      },
    });
    return () => {
      viewport.set(null);
      element?.removeEventListener('pointermove', follow);
      element?.removeEventListener('pointerleave', lose);
    };
  }, [viewport, flow, store, region]);
}

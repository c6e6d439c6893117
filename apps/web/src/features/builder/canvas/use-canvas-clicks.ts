import type { NodeMouseHandler } from '@xyflow/react';
import { useCallback, type MouseEvent } from 'react';
import { showTakers } from '../overlay/overlay-store';
import { useBuilderSession } from '../state/builder-context';
import type { CanvasNode } from '../groups/fold-groups';
import type { FlowEdge } from './derive-canvas';

/** Clicks: a step opens its panel, a connection is selected, the canvas deselects and, twice, offers a new step. */
export function useCanvasClicks() {
  const { store, viewport, overlay } = useBuilderSession();

  const onNodeClick: NodeMouseHandler<CanvasNode> = useCallback(
    (event, { id, type }) => {
      if (type === 'frame') return;
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) store.getState().openNode(id);
    },
    [store],
  );
  const onEdgeClick = useCallback(
    (_event: MouseEvent, { id }: FlowEdge) => {
      store.getState().selectEdge(id);
      showTakers(overlay, id);
    },
    [store, overlay],
  );
  const onPaneClick = useCallback(() => {
    store.getState().selectNodes([]);
  }, [store]);
  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      const port = viewport.get();
      const isPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
      if (!isPane || !port || store.getState().isReadOnly) return;
      const screen = { x: event.clientX, y: event.clientY };
      const position = port.toFlowPosition(screen);
      store.getState().setAddMenu({ wiring: { kind: 'none' }, position, anchor: screen });
    },
    [store, viewport],
  );
  return { onNodeClick, onEdgeClick, onPaneClick, onDoubleClick };
}

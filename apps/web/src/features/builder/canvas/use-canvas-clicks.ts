import type { NodeMouseHandler } from '@xyflow/react';
import { useCallback, useEffect, useRef, type MouseEvent } from 'react';
import { showTakers } from '../overlay/overlay-store';
import { useBuilderSession } from '../state/builder-context';
import type { CanvasNode, FoldedCanvas } from '../groups/fold-groups';
import type { FlowEdge } from './derive-canvas';
import { findEdgeAt } from './find-edge-at';
import type { ViewportPort } from './viewport-port';

/** How near a click must come to a connection that is only drawn, in pixels of the screen. */
const reachPx = 12;

/** Clicks: a step opens its panel, a connection is selected, the canvas deselects and, twice, offers a new step. */
export function useCanvasClicks(canvas: FoldedCanvas) {
  const { store, viewport, overlay } = useBuilderSession();
  const canvasRef = useRef(canvas);
  useEffect(() => {
    canvasRef.current = canvas;
  }, [canvas]);

  const onNodeClick: NodeMouseHandler<CanvasNode> = useCallback(
    (event, { id, type }) => {
      if (type === 'frame') return;
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) store.getState().openNode(id);
    },
    [store],
  );
  const onEdgeClick = useCallback(
    (_event: MouseEvent, { id }: Pick<FlowEdge, 'id'>) => {
      store.getState().selectEdge(id);
      showTakers(overlay, id);
    },
    [store, overlay],
  );
  const onPaneClick = useCallback(
    (event: MouseEvent) => {
      const id = findDrawnEdge(event, { port: viewport.get(), canvas: canvasRef.current });
      if (id === null) store.getState().selectNodes([]);
      else onEdgeClick(event, { id });
    },
    [store, viewport, onEdgeClick],
  );
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

/** From afar connections are only drawn; a click beside the steps is theirs if it is near enough. */
function findDrawnEdge(
  { clientX, clientY }: MouseEvent,
  { port, canvas }: { port: ViewportPort | null; canvas: FoldedCanvas },
): string | null {
  if (!port) return null;
  const point = port.toFlowPosition({ x: clientX, y: clientY });
  const aside = port.toFlowPosition({ x: clientX + reachPx, y: clientY });
  return findEdgeAt({ point, nodes: canvas.nodes, edges: canvas.edges, tolerance: aside.x - point.x });
}

import type { NodeKind } from '@instaflow/flow-model';
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { addStep, findWiringAfterSelection } from '../actions/add-step';
import { findCondition } from '../actions/connect-steps';
import { cardMetrics } from '../card/card-metrics';
import { createCanvasDeriver } from '../canvas/derive-canvas';
import { findEdgeAt } from '../canvas/find-edge-at';
import { snapToGrid } from '../canvas/place-node';
import type { Position } from '../canvas/position';
import { useBuilderSession } from '../state/builder-context';
import type { BuilderStore } from '../state/builder-store';
import type { Wiring } from '../state/canvas-slice';

const dragThreshold = 5;
const spliceTolerance = 32;
const noIds: ReadonlySet<string> = new Set();

export type PaletteDrag = { kind: NodeKind; screen: Position };

/**
 * Dragging a kind onto the canvas with pointer events, which work with mouse, pen and finger alike (HTML drag and drop
 * does not on touch screens). A press without a drag adds the step after the selected one.
 */
export function usePaletteDrag({ name }: { name: (kind: NodeKind) => string }) {
  const { store, viewport } = useBuilderSession();
  const pressed = useRef<{ kind: NodeKind; start: Position; isDragging: boolean } | null>(null);
  const [drag, setDrag] = useState<PaletteDrag | null>(null);
  const [derive] = useState(createCanvasDeriver);

  useEffect(() => () => store.getState().setDrag({ spliceEdgeId: null }), [store]);

  const end = () => {
    pressed.current = null;
    setDrag(null);
    store.getState().setDrag({ spliceEdgeId: null });
  };

  const handlersFor = (kind: NodeKind) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      pressed.current = { kind, start: { x: event.clientX, y: event.clientY }, isDragging: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const press = pressed.current;
      if (!press) return;
      const screen = { x: event.clientX, y: event.clientY };
      press.isDragging ||= Math.hypot(screen.x - press.start.x, screen.y - press.start.y) > dragThreshold;
      if (!press.isDragging) return;
      setDrag({ kind, screen });
      const port = viewport.get();
      const spliceEdgeId = port?.contains(screen)
        ? findSpliceEdge(store, derive, port.toFlowPosition(screen))
        : null;
      if (spliceEdgeId !== store.getState().spliceEdgeId) store.getState().setDrag({ spliceEdgeId });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const isDragging = pressed.current?.isDragging ?? false;
      const { spliceEdgeId } = store.getState();
      end();
      if (!isDragging) return;
      const screen = { x: event.clientX, y: event.clientY };
      const port = viewport.get();
      if (!port?.contains(screen)) return;
      const position = toCorner(port.toFlowPosition(screen));
      addStep(store, { kind, name: name(kind), wiring: toWiring(store, spliceEdgeId), position });
    },
    onPointerCancel: end,
    onClick: (event: React.MouseEvent) => {
      // After a drag the browser reports a click on the pressed item only if the pointer came back to it.
      const isKeyboard = event.detail === 0;
      const box = event.currentTarget.getBoundingClientRect();
      const isInside = event.clientX >= box.left && event.clientX <= box.right;
      if (!isKeyboard && !isInside) return;
      addStep(store, { kind, name: name(kind), wiring: findWiringAfterSelection(store), position: null });
    },
  });

  return { drag, handlersFor };
}

/** The upper left corner of a card whose header is held in its middle. */
function toCorner({ x, y }: Position): Position {
  return { x: snapToGrid(x - cardMetrics.width / 2), y: snapToGrid(y - cardMetrics.headerHeight / 2) };
}

function toWiring(store: BuilderStore, edgeId: string | null): Wiring {
  if (edgeId === null) return { kind: 'none' };
  const separator = edgeId.indexOf('|');
  const nodeId = edgeId.slice(0, separator);
  const condition = findCondition(store.getState().definition, nodeId, edgeId.slice(separator + 1));
  return condition === undefined ? { kind: 'none' } : { kind: 'edge', nodeId, condition };
}

function findSpliceEdge(
  store: BuilderStore,
  derive: ReturnType<typeof createCanvasDeriver>,
  point: Position,
): string | null {
  const { definition, automaticPositions } = store.getState();
  const canvas = derive({
    definition,
    automaticPositions,
    dragPositions: {},
    selectedNodeIds: noIds,
    selectedEdgeId: null,
    activeNodeId: null,
    problems: [],
    describe: () => '',
  });
  return findEdgeAt({ ...canvas, point, tolerance: spliceTolerance });
}

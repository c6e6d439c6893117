import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { canSplice, moveSteps } from '../actions/move-steps';
import { measureNode } from '../card/measure-node';
import { useBuilderStore } from '../state/builder-context';
import type { CardNode, DerivedCanvas } from './derive-canvas';
import { findEdgeAt } from './find-edge-at';
import type { Position } from './position';
import type { BuilderStore } from '../state/builder-store';

const spliceTolerance = 40;

/** Dragging steps: they follow the pointer in the canvas state only; the document changes once, when they are let go. */
export function useCanvasDrag(canvas: DerivedCanvas) {
  const store = useBuilderStore();
  const spliceableId = useRef<string | null>(null);
  const canvasRef = useRef(canvas);
  useEffect(() => {
    canvasRef.current = canvas;
  }, [canvas]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      applyChanges(store, changes);
    },
    [store],
  );

  const onNodeDragStart: OnNodeDrag<CardNode> = useCallback(
    (_event, node, nodes) => {
      const isAlone = nodes.length === 1 && canSplice(store.getState().definition, node.id);
      spliceableId.current = isAlone ? node.id : null;
    },
    [store],
  );

  const onNodeDrag: OnNodeDrag<CardNode> = useCallback(
    (_event, node) => {
      if (spliceableId.current !== node.id) return;
      const { width } = measureNode(node.data.node);
      const spliceEdgeId = findEdgeAt({
        ...canvasRef.current,
        point: { x: node.position.x + width / 2, y: node.position.y + 24 },
        tolerance: spliceTolerance,
        ignoreNodeId: node.id,
      });
      if (spliceEdgeId !== store.getState().spliceEdgeId) store.getState().setDrag({ spliceEdgeId });
    },
    [store],
  );

  const onNodeDragStop: OnNodeDrag<CardNode> = useCallback(
    (_event, _node, nodes) => {
      const { dragPositions, spliceEdgeId, setDrag } = store.getState();
      const positions = Object.fromEntries(
        nodes.filter(({ id }) => id in dragPositions).map(({ id, position }) => [id, position]),
      );
      moveSteps(store, { positions, spliceEdgeId });
      setDrag({ dragPositions: {}, spliceEdgeId: null });
      spliceableId.current = null;
    },
    [store],
  );

  return { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop };
}

function applyChanges(store: BuilderStore, changes: NodeChange<CardNode>[]): void {
  const { dragPositions, selectedNodeIds, setDrag, selectNodes } = store.getState();
  const moved: Record<string, Position> = {};
  const selection = new Set(selectedNodeIds);
  for (const change of changes) {
    if (change.type === 'position' && change.position && change.dragging) moved[change.id] = change.position;
    if (change.type !== 'select') continue;
    if (change.selected) selection.add(change.id);
    else selection.delete(change.id);
  }
  if (Object.keys(moved).length > 0) setDrag({ dragPositions: { ...dragPositions, ...moved } });
  if (changes.some(({ type }) => type === 'select')) selectNodes([...selection]);
}

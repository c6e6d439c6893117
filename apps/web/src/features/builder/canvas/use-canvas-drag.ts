import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { moveSteps } from '../actions/move-steps';
import { canSplice, isLoose } from '../actions/splice-step';
import { measureNode } from '../card/measure-node';
import type { CanvasNode, FoldedCanvas } from '../groups/fold-groups';
import { startGroupDrag, type GroupDrag } from '../groups/group-drag';
import { useBuilderStore } from '../state/builder-context';
import type { BuilderStore } from '../state/builder-store';
import { findEdgeAt } from './find-edge-at';
import { findGuides } from './find-guides';
import { listCardBoxesWithout } from './find-label-spot';
import type { Position } from './position';

/** How near a dragged step has to come to a connection to be put on it; a connected one is mostly just moved. */
const looseTolerance = 40;
const connectedTolerance = 16;

/** Dragging steps: they follow the pointer in the canvas state only; the document changes once, when they are let go. */
export function useCanvasDrag(canvas: FoldedCanvas) {
  const store = useBuilderStore();
  const spliceableId = useRef<string | null>(null);
  const groupDrag = useRef<GroupDrag | null>(null);
  const canvasRef = useRef(canvas);
  useEffect(() => {
    canvasRef.current = canvas;
  }, [canvas]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      applyChanges(store, changes, groupDrag.current);
    },
    [store],
  );

  const onNodeDragStart: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node, nodes) => {
      const isAlone = nodes.length === 1 && canSplice(store.getState().definition, node.id);
      spliceableId.current = isAlone ? node.id : null;
      groupDrag.current = node.type === 'frame' ? startGroupDrag(store, node) : null;
    },
    [store],
  );

  const onNodeDrag: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node) => {
      if (spliceableId.current !== node.id || node.type !== 'card') return;
      const { width } = measureNode(node.data.node);
      const isFree = isLoose(store.getState().definition, node.id);
      const { cards, edges } = canvasRef.current;
      const spliceEdgeId = findEdgeAt({
        nodes: cards,
        edges,
        point: { x: node.position.x + width / 2, y: node.position.y + 24 },
        tolerance: isFree ? looseTolerance : connectedTolerance,
        ignoreNodeId: node.id,
      });
      if (spliceEdgeId !== store.getState().spliceEdgeId) store.getState().setDrag({ spliceEdgeId });
    },
    [store],
  );

  const onNodeDragStop = useCallback(() => {
    const { dragPositions, spliceEdgeId, setDrag } = store.getState();
    moveSteps(store, { positions: dragPositions, spliceEdgeId });
    setDrag({ dragPositions: {}, spliceEdgeId: null, guides: [] });
    spliceableId.current = null;
    groupDrag.current = null;
  }, [store]);

  return { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop };
}

function applyChanges(
  store: BuilderStore,
  changes: NodeChange<CanvasNode>[],
  groupDrag: GroupDrag | null,
): void {
  const moved: Record<string, Position> = {};
  for (const change of changes) {
    if (change.type !== 'position' || !change.position || !change.dragging) continue;
    if (groupDrag?.nodeId === change.id) Object.assign(moved, groupDrag.positionsAt(change.position));
    else moved[change.id] = change.position;
  }
  if (Object.keys(moved).length > 0) drag(store, moved);
  if (changes.some(({ type }) => type === 'select')) select(store, changes);
}

function drag(store: BuilderStore, moved: Record<string, Position>): void {
  const { dragPositions, setDrag } = store.getState();
  const [only, ...others] = Object.entries(moved);
  if (!only || others.length > 0) {
    setDrag({ dragPositions: { ...dragPositions, ...moved } });
    return;
  }
  const [nodeId, at] = only;
  const snapped = snap(store, nodeId, at);
  setDrag({ dragPositions: { ...dragPositions, [nodeId]: snapped.position }, guides: snapped.guides });
}

function snap(store: BuilderStore, nodeId: string, at: Position) {
  const { definition, automaticPositions } = store.getState();
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!node) return { position: at, guides: [] };
  const { width, height } = measureNode(node);
  return findGuides(
    { ...at, width, height },
    listCardBoxesWithout(definition, { automaticPositions, nodeId }),
  );
}

function select(store: BuilderStore, changes: NodeChange<CanvasNode>[]): void {
  const selection = new Set(store.getState().selectedNodeIds);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) selection.add(change.id);
    else selection.delete(change.id);
  }
  store.getState().selectNodes([...selection]);
}

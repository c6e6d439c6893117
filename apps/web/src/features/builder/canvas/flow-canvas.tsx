import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider, type NodeMouseHandler } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { CanvasControls } from './canvas-controls';
import type { CardNode, FlowEdge as FlowEdgeType } from './derive-canvas';
import { EmptyCanvas } from './empty-canvas';
import { FlowEdge } from './flow-edge';
import { NodeCard } from './node-card';
import { showBeginning } from './show-beginning';
import { useCanvasConnect } from './use-canvas-connect';
import { useCanvasDrag } from './use-canvas-drag';
import { useDerivedCanvas } from './use-derived-canvas';
import { useRevealNode } from './use-reveal-node';
import { useViewportPort } from './use-viewport-port';

const nodeTypes = { card: NodeCard };
const edgeTypes = { flow: FlowEdge };
const snapGrid: [number, number] = [16, 16];
const multiSelectionKeys = ['Meta', 'Control'];

/** The flow as a picture one can edit. */
export function FlowCanvas() {
  return (
    <ReactFlowProvider>
      <CanvasInside />
    </ReactFlowProvider>
  );
}

function CanvasInside() {
  const t = useTexts();
  const region = useRef<HTMLDivElement>(null);
  const { store, viewport } = useBuilderSession();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const isMinimapShown = useBuilder((state) => state.isMinimapShown);
  const canvas = useDerivedCanvas();
  const drag = useCanvasDrag(canvas);
  const { isConnecting, ...connect } = useCanvasConnect();
  useViewportPort(region);
  useRevealNode();

  const onNodeClick: NodeMouseHandler<CardNode> = useCallback(
    (event, { id }) => {
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) store.getState().openNode(id);
    },
    [store],
  );
  const onEdgeClick = useCallback(
    (_event: React.MouseEvent, { id }: FlowEdgeType) => {
      store.getState().selectEdge(id);
    },
    [store],
  );
  const onPaneClick = useCallback(() => {
    store.getState().selectNodes([]);
  }, [store]);
  const ariaLabelConfig = useMemo(
    () => ({
      'node.a11yDescription.default': t('canvasLabels.nodeHelp'),
      'node.a11yDescription.keyboardDisabled': t('canvasLabels.nodeHelp'),
      'minimap.ariaLabel': t('canvasLabels.minimap'),
    }),
    [t],
  );

  return (
    <div
      ref={region}
      className="builder-canvas relative h-full min-w-0 flex-1"
      data-connecting={isConnecting}
      onDoubleClick={(event) => {
        const port = viewport.get();
        const isPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
        if (!isPane || !port || isReadOnly) return;
        const screen = { x: event.clientX, y: event.clientY };
        const position = port.toFlowPosition(screen);
        store.getState().setAddMenu({ wiring: { kind: 'none' }, position, anchor: screen });
      }}
    >
      <ReactFlow
        {...canvas}
        {...drag}
        {...connect}
        aria-label={t('canvasLabels.region')}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeClick={onNodeClick}
        onEdgeClick={onEdgeClick}
        onPaneClick={onPaneClick}
        onSelectionDragStop={(event, nodes) => {
          const [first] = nodes;
          if (first) drag.onNodeDragStop(event.nativeEvent, first, nodes);
        }}
        onlyRenderVisibleElements
        disableKeyboardA11y
        edgesFocusable={false}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        connectOnClick={false}
        connectionRadius={36}
        deleteKeyCode={null}
        multiSelectionKeyCode={multiSelectionKeys}
        zoomOnDoubleClick={false}
        elevateNodesOnSelect={false}
        snapToGrid
        snapGrid={snapGrid}
        minZoom={0.1}
        maxZoom={2}
        onInit={showBeginning}
        ariaLabelConfig={ariaLabelConfig}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
        {isMinimapShown && (
          <MiniMap pannable zoomable position="bottom-right" nodeColor="var(--line-strong)" nodeBorderRadius={10} />
        )}
      </ReactFlow>
      <EmptyCanvas />
      <CanvasControls />
    </div>
  );
}

import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useRef } from 'react';
import { useBuilder } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { CanvasControls } from './canvas-controls';
import { EmptyCanvas } from './empty-canvas';
import { FlowEdge } from './flow-edge';
import { NodeCard } from './node-card';
import { showBeginning } from './show-beginning';
import { useCanvasClicks } from './use-canvas-clicks';
import { useCanvasConnect } from './use-canvas-connect';
import { useCanvasDrag } from './use-canvas-drag';
import { useCanvasTexts } from './use-canvas-texts';
import { useDerivedCanvas } from './use-derived-canvas';
import { useHoldOnPress } from './use-hold-on-press';
import { useRevealNode } from './use-reveal-node';
import { useViewportPort } from './use-viewport-port';

const nodeTypes = { card: NodeCard };
const edgeTypes = { flow: FlowEdge };
const snapGrid: [number, number] = [16, 16];

/** What never changes, whatever is drawn. */
const fixedProps = {
  nodeTypes,
  edgeTypes,
  snapGrid,
  snapToGrid: true,
  onlyRenderVisibleElements: true,
  disableKeyboardA11y: true,
  edgesFocusable: false,
  connectOnClick: false,
  connectionRadius: 36,
  deleteKeyCode: null,
  multiSelectionKeyCode: ['Meta', 'Control'],
  zoomOnDoubleClick: false,
  elevateNodesOnSelect: false,
  minZoom: 0.04,
  maxZoom: 2,
};

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
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const isMinimapShown = useBuilder((state) => state.isMinimapShown);
  const canvas = useDerivedCanvas();
  const drag = useCanvasDrag(canvas);
  const { isConnecting, ...connect } = useCanvasConnect();
  const { onDoubleClick, ...clicks } = useCanvasClicks();
  const ariaLabelConfig = useCanvasTexts();
  useViewportPort(region);
  useRevealNode(useHoldOnPress(region));
  return (
    <div
      ref={region}
      className="builder-canvas relative h-full min-w-0 flex-1"
      data-connecting={isConnecting}
      onDoubleClick={onDoubleClick}
    >
      <ReactFlow
        {...fixedProps}
        {...canvas}
        {...drag}
        {...connect}
        {...clicks}
        aria-label={t('canvasLabels.region')}
        ariaLabelConfig={ariaLabelConfig}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        onInit={showBeginning}
        onSelectionDragStop={(event, nodes) => {
          const [first] = nodes;
          if (first) drag.onNodeDragStop(event.nativeEvent, first, nodes);
        }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
        {isMinimapShown && (
          <MiniMap
            pannable
            zoomable
            position="bottom-right"
            nodeColor="var(--line-strong)"
            nodeBorderRadius={10}
          />
        )}
      </ReactFlow>
      <EmptyCanvas />
      <CanvasControls />
    </div>
  );
}

import { MiniMap, ReactFlow, ReactFlowProvider, type NodeProps } from '@xyflow/react';
import { Suspense, useRef } from 'react';
import type { GroupNode } from '../groups/fold-groups';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { useTexts } from '../texts/use-texts';
import { EmptyCanvas, GroupView, SelectionBar } from '../lazy-parts';
import { CursorsSlot } from '../presence/cursors-slot';
import { CanvasControls } from './canvas-controls';
import { CanvasDots } from './canvas-dots';
import { FlowEdge } from './flow-edge';
import { GuideLines } from './guide-lines';
import { NodeCard } from './node-card';
import { pointerProps, usePointerMode } from './pointer-mode';
import { showBeginning } from './show-beginning';
import { useCanvasClicks } from './use-canvas-clicks';
import { useCanvasConnect } from './use-canvas-connect';
import { useCanvasDrag } from './use-canvas-drag';
import { useCanvasTexts } from './use-canvas-texts';
import { useDerivedCanvas } from './use-derived-canvas';
import { useFarPicture } from './use-far-picture';
import { useHoldOnPress } from './use-hold-on-press';
import { useOwnMeasures } from './use-own-measures';
import { useRevealNode } from './use-reveal-node';
import { useViewportPort } from './use-viewport-port';
import { StepLookContext, ZoomLevelContext } from './zoom-level';

const nodeTypes = { card: NodeCard, frame: GroupSlot };
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

/** Not in the first picture of a flow without groups, so its code is not either. */
function GroupSlot(props: NodeProps<GroupNode>) {
  return (
    <Suspense fallback={null}>
      <GroupView {...props} />
    </Suspense>
  );
}

/** The small map of the whole flow, while somebody wants it. */
function Overview() {
  const isShown = useBuilder((state) => state.isMinimapShown);
  if (!isShown) return null;
  return <MiniMap pannable zoomable position="bottom-right" nodeColor={minimapColor} nodeBorderRadius={10} />;
}

const minimapColor = ({ type }: { type?: string }) =>
  type === 'frame' ? 'var(--hover)' : 'var(--line-strong)';

/** The flow as a picture one can edit. */
export function FlowCanvas() {
  return (
    <ReactFlowProvider>
      <CanvasInside />
    </ReactFlowProvider>
  );
}

function CanvasInside() {
  useOwnMeasures();
  const t = useTexts();
  const region = useRef<HTMLDivElement>(null);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const store = useBuilderStore();
  const canvas = useDerivedCanvas();
  const far = useFarPicture(canvas);
  const pointing = pointerProps[usePointerMode()];
  const drag = useCanvasDrag(canvas);
  const { isConnecting, ...connect } = useCanvasConnect();
  const { onDoubleClick, ...clicks } = useCanvasClicks(canvas);
  const ariaLabelConfig = useCanvasTexts();
  useViewportPort(region);
  useRevealNode(useHoldOnPress(region));
  return (
    <div
      ref={region}
      className="builder-canvas relative h-full min-w-0 flex-1"
      data-connecting={isConnecting}
      data-pictured={far.stepLook === 'pictured'}
      onDoubleClick={onDoubleClick}
    >
      <ZoomLevelContext.Provider value={far.level}>
        <StepLookContext.Provider value={far.stepLook}>
          <ReactFlow
            {...fixedProps}
            {...pointing}
            nodes={canvas.nodes}
            edges={far.edges}
            {...drag}
            {...connect}
            {...clicks}
            aria-label={t('canvasLabels.region')}
            ariaLabelConfig={ariaLabelConfig}
            nodesDraggable={!isReadOnly}
            nodesConnectable={!isReadOnly}
            onInit={(flow) => {
              showBeginning(flow);
              // Coming from the outline, the step one was at is what one looks for.
              const selectedId = selectOnlyNodeId(store.getState());
              if (selectedId !== null) store.getState().revealNode(selectedId);
            }}
            onSelectionDragStop={drag.onNodeDragStop}
          >
            {far.picture}
            <GuideLines />
            <CanvasDots />
            <CursorsSlot />
            <Overview />
          </ReactFlow>
        </StepLookContext.Provider>
      </ZoomLevelContext.Provider>
      <ForEditors />
      <CanvasControls />
    </div>
  );
}

/** What to do first, and what can be done with several steps. */
function ForEditors() {
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const isEmpty = useBuilder(({ definition }) => definition.nodes.length <= 1);
  const hasSelection = useBuilder(({ selectedNodeIds }) => selectedNodeIds.size > 1);
  if (isReadOnly) return null;
  return (
    <Suspense fallback={null}>
      {isEmpty && <EmptyCanvas />}
      {hasSelection && <SelectionBar />}
    </Suspense>
  );
}

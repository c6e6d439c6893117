import { BaseEdge, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo, Suspense, useMemo } from 'react';
import { EdgeTools } from '../lazy-parts';
import type { EdgeMark } from '../overlay/overlay-store';
import { useEdgeMark } from '../overlay/use-overlay';
import { useBuilder } from '../state/builder-context';
import type { BuilderState } from '../state/builder-store';
import { pointOnCurve, type Curve } from './curve';
import type { FlowEdge as FlowEdgeType } from './derive-canvas';
import { EdgeLabel, measureLabel } from './edge-label';
import { edgeToolsWidth } from './edge-tools-width';
import { findLabelSpot, listCardBoxes } from './find-label-spot';
import { useZoomLevel, type ZoomLevel } from './zoom-level';

/** A connection: a curve, the condition it is taken by, and on hover the means to change it. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<FlowEdgeType>) {
  const { id, markerEnd, selected, sourceX, sourceY, targetX, targetY } = props;
  const mark = useEdgeMark(id);
  const isReadable = canBeRead(useZoomLevel(), mark);
  const isSpliceTarget = useBuilder(({ spliceEdgeId }) => spliceEdgeId === id);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const [path] = getBezierPath(props);
  const curve = { from: { x: sourceX, y: sourceY }, to: { x: targetX, y: targetY } };
  const label = mark ? mark.text : findLabel(props);
  const width = widthOf(label);
  const findSpot = useMemo(
    () => createSpotFinder({ from: { x: sourceX, y: sourceY }, to: { x: targetX, y: targetY } }, width),
    [sourceX, sourceY, targetX, targetY, width],
  );
  const spot = useBuilder((state) => (isReadable ? findSpot(state) : null));
  const place = pointOnCurve(curve, spot ?? 0.5);
  return (
    <g className="group/edge">
      <Volume path={path} width={mark?.width ?? 0} />
      <BaseEdge
        path={path}
        markerEnd={isReadable ? markerEnd : undefined}
        interactionWidth={24}
        style={isSpliceTarget ? { stroke: 'var(--accent)', strokeWidth: 4 } : styleOf(mark)}
      />
      {isReadable && (
        <>
          {label !== null && (spot !== null || mark !== null) && <EdgeLabel text={label} {...place} />}
          {!isReadOnly && (
            <Suspense fallback={null}>
              <EdgeTools edgeId={id} {...place} isShown={selected === true} />
            </Suspense>
          )}
        </>
      )}
    </g>
  );
});

/** Numbers are shorter than conditions. */
function canBeRead(level: ZoomLevel, mark: EdgeMark | null): boolean {
  return level === 'near' || (level === 'middle' && mark !== null);
}

/** Asked with every change of anything; only other cards can change the answer. */
function createSpotFinder(curve: Curve, width: number) {
  let known: { boxes: ReturnType<typeof listCardBoxes>; spot: number | null } | null = null;
  return ({ definition, automaticPositions }: BuilderState): number | null => {
    const boxes = listCardBoxes(definition, automaticPositions);
    if (known?.boxes !== boxes) known = { boxes, spot: findLabelSpot({ curve, width, boxes }) };
    return known.spot;
  };
}

const widthOf = (label: string | null): number =>
  Math.max(edgeToolsWidth, label === null ? 0 : measureLabel(label));

/** How many go this way: below the connection itself, whose arrow would grow with its width. */
function Volume({ path, width }: { path: string; width: number }) {
  if (width <= 2) return null;
  return (
    <path
      d={path}
      className="pointer-events-none fill-none stroke-accent opacity-30"
      style={{ strokeWidth: width, vectorEffect: 'non-scaling-stroke' }}
    />
  );
}

function styleOf(mark: EdgeMark | null): React.CSSProperties | undefined {
  if (mark?.tone === 'dim') return { opacity: 0.4 };
  return mark ? strokes[mark.tone] : undefined;
}

const strokes: Partial<Record<EdgeMark['tone'], React.CSSProperties>> = {
  lit: { stroke: 'var(--accent)' },
  added: { stroke: 'var(--success)', strokeWidth: 3 },
  changed: { stroke: 'var(--warning)', strokeWidth: 3 },
  removed: { stroke: 'var(--danger)', strokeWidth: 3, strokeDasharray: '8 6' },
  proposed: { stroke: 'var(--accent)', strokeWidth: 3, strokeDasharray: '8 6' },
};

/** A short level edge has no room for a label, and its outlet's row, which says the same, is right beside it. */
function findLabel({ data, sourceX, sourceY, targetX, targetY }: EdgeProps<FlowEdgeType>): string | null {
  if (!data?.isConditional || data.outletLabel === '') return null;
  const length = Math.hypot(targetX - sourceX, targetY - sourceY);
  return length > measureLabel(data.outletLabel) + 56 ? data.outletLabel : null;
}

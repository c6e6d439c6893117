import { BaseEdge, getBezierPath, useStore, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useBuilder } from '../state/builder-context';
import { pointOnCurve } from './curve';
import type { FlowEdge as FlowEdgeType } from './derive-canvas';
import { EdgeLabel, measureLabel } from './edge-label';
import { EdgeTools, edgeToolsWidth } from './edge-tools';
import { findLabelSpot, listCardBoxes } from './find-label-spot';

const readableZoom = 0.5;

/** A connection: a curve, the condition it is taken by, and on hover the means to change it. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<FlowEdgeType>) {
  const { id, markerEnd, selected, sourceX, sourceY, targetX, targetY } = props;
  const isReadable = useStore(({ transform }) => transform[2] >= readableZoom);
  const isSpliceTarget = useBuilder(({ spliceEdgeId }) => spliceEdgeId === id);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const [path] = getBezierPath(props);
  const curve = { from: { x: sourceX, y: sourceY }, to: { x: targetX, y: targetY } };
  const label = findLabel(props);
  const width = Math.max(edgeToolsWidth, label === null ? 0 : measureLabel(label));
  const spot = useBuilder(({ definition, automaticPositions }) =>
    isReadable ? findLabelSpot({ curve, width, boxes: listCardBoxes(definition, automaticPositions) }) : null,
  );
  const place = pointOnCurve(curve, spot ?? 0.5);
  return (
    <g className="group/edge">
      <BaseEdge
        path={path}
        markerEnd={isReadable ? markerEnd : undefined}
        interactionWidth={24}
        style={isSpliceTarget ? { stroke: 'var(--accent)', strokeWidth: 4 } : undefined}
      />
      {isReadable && label !== null && spot !== null && <EdgeLabel text={label} {...place} />}
      {isReadable && !isReadOnly && <EdgeTools edgeId={id} {...place} isShown={selected === true} />}
    </g>
  );
});

/** A short level edge has no room for a label, and its outlet's row, which says the same, is right beside it. */
function findLabel({ data, sourceX, sourceY, targetX, targetY }: EdgeProps<FlowEdgeType>): string | null {
  if (!data?.isConditional || data.outletLabel === '') return null;
  const length = Math.hypot(targetX - sourceX, targetY - sourceY);
  return length > measureLabel(data.outletLabel) + 56 ? data.outletLabel : null;
}

import { BaseEdge, getBezierPath, useStore, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useBuilder } from '../state/builder-context';
import type { FlowEdge as FlowEdgeType } from './derive-canvas';
import { EdgeLabel, measureLabel } from './edge-label';
import { EdgeTools } from './edge-tools';

const readableZoom = 0.5;

/** A connection: a curve, the condition it is taken by, and on hover the means to change it. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<FlowEdgeType>) {
  const { id, data, markerEnd, selected } = props;
  const isReadable = useStore(({ transform }) => transform[2] >= readableZoom);
  const isSpliceTarget = useBuilder(({ spliceEdgeId }) => spliceEdgeId === id);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const [path, middleX, middleY] = getBezierPath(props);
  return (
    <g className="group/edge">
      <BaseEdge
        path={path}
        markerEnd={isReadable ? markerEnd : undefined}
        interactionWidth={24}
        style={isSpliceTarget ? { stroke: 'var(--accent)', strokeWidth: 4 } : undefined}
      />
      {isReadable && data?.isConditional && hasRoomForLabel(props) && (
        <EdgeLabel text={data.outletLabel} x={middleX} y={middleY} />
      )}
      {isReadable && !isReadOnly && (
        <EdgeTools edgeId={id} x={middleX} y={middleY} isShown={selected === true} />
      )}
    </g>
  );
});

/** A short level edge has no room for a label, and its outlet's row, which says the same, is right beside it. */
function hasRoomForLabel({ data, sourceX, sourceY, targetX, targetY }: EdgeProps<FlowEdgeType>): boolean {
  const label = data?.outletLabel ?? '';
  return label !== '' && Math.hypot(targetX - sourceX, targetY - sourceY) > measureLabel(label) + 56;
}

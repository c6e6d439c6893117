import type { FlowNode } from '@instaflow/flow-model';
import { readNoteSize } from '../notes/note-look';
import { cardMetrics as metrics } from './card-metrics';
import { layoutCard } from './layout-card';

export type MeasuredHandle = {
  id: string;
  type: 'source' | 'target';
  x: number;
  y: number;
  width: number;
  height: number;
};
export type MeasuredNode = { width: number; height: number; handles: MeasuredHandle[] };

/** Id of the one input of every card but the start. */
export const inputHandleId = 'in';

const measuredNodes = new WeakMap<FlowNode, MeasuredNode>();
/** By what is still the same object after a move: hundreds of steps are moved at once. */
const lastMeasured = new WeakMap<FlowNode['connections'], FlowNode>();

/**
 * Size of a node's card and the boxes of its handles, relative to its upper left corner, without drawing it. Nodes
 * are immutable, so each is measured once.
 */
export function measureNode(node: FlowNode): MeasuredNode {
  const known = measuredNodes.get(node);
  if (known) return known;
  const before = lastMeasured.get(node.connections);
  const measured =
    (before && isOnlyMoved(before, node) ? measuredNodes.get(before) : null) ?? computeSize(node);
  measuredNodes.set(node, measured);
  lastMeasured.set(node.connections, node);
  return measured;
}

function isOnlyMoved(before: FlowNode, after: FlowNode): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  keys.delete('position');
  return [...keys].every((key) => before[key] === after[key]);
}

function computeSize(node: FlowNode): MeasuredNode {
  if (node.type === 'note') return { ...readNoteSize(node), handles: [] };
  const { height, blocks } = layoutCard(node);
  const size = { width: metrics.handleSize, height: metrics.handleSize };
  const handles: MeasuredHandle[] = [];
  if (node.type !== 'start') {
    handles.push({
      id: inputHandleId,
      type: 'target',
      x: -metrics.handleOverhang,
      y: (metrics.headerHeight - metrics.handleSize) / 2,
      ...size,
    });
  }
  for (const block of blocks) {
    if (!('outlet' in block) || !block.outlet) continue;
    handles.push({
      id: block.outlet.id,
      type: 'source',
      x: metrics.width + metrics.handleOverhang - metrics.handleSize,
      y: block.top + (block.height - metrics.handleSize) / 2,
      ...size,
    });
  }
  return { width: metrics.width, height, handles };
}

import type { NodeEngagement } from '@instaflow/contracts';
import { edgeId } from '../../canvas/derive-canvas';
import type { EdgeMark, NodeMark } from '../overlay-store';

type Marks = { nodeMarks: Record<string, NodeMark>; edgeMarks: Record<string, EdgeMark> };

export type NumberFormat = { number: (value: number) => string; percent: (value: number) => string };

const thinnest = 1.5;
const thickest = 12;

/**
 * What the numbers look like on the canvas: chips per card, and per connection how many took it, which share of those who
 * reached its step that is, and a width by volume. Nodes and connections nobody came to get a zero.
 */
export function markNumbers(
  figures: readonly NodeEngagement[],
  canvas: { nodeIds: readonly string[]; edgeIds: readonly string[] },
  format: NumberFormat,
): Marks {
  const nodeMarks: Record<string, NodeMark> = {};
  const edgeMarks: Record<string, EdgeMark> = {};
  for (const id of canvas.nodeIds) nodeMarks[id] = emptyMark;
  for (const id of canvas.edgeIds) {
    edgeMarks[id] = { text: format.number(0), width: thinnest, tone: 'dim' };
  }
  const peak = Math.max(1, ...figures.flatMap(({ outlets }) => outlets.map(({ count }) => count)));
  for (const { nodeId, engagements, outlets, ...rest } of figures) {
    if (!Object.hasOwn(nodeMarks, nodeId)) continue;
    const { sent, read, clicked, waiting, failed, dropped } = rest;
    nodeMarks[nodeId] = {
      kind: 'numbers',
      reached: engagements,
      sent,
      read,
      clicked,
      waiting,
      failed,
      dropped,
    };
    for (const { outlet, count } of outlets) {
      const id = edgeId(nodeId, outlet);
      if (!Object.hasOwn(edgeMarks, id) || count === 0) continue;
      const share = engagements === 0 ? null : format.percent(count / engagements);
      edgeMarks[id] = {
        text: share === null ? format.number(count) : `${format.number(count)} · ${share}`,
        width: widthOf(count / peak),
        tone: 'plain',
      };
    }
  }
  return { nodeMarks, edgeMarks };
}

const emptyMark: NodeMark = {
  kind: 'numbers',
  reached: 0,
  sent: 0,
  read: 0,
  clicked: 0,
  waiting: 0,
  failed: 0,
  dropped: 0,
};

/** By the square root: a tenth of the volume is still seen beside the whole. */
function widthOf(share: number): number {
  return Math.round((thinnest + (thickest - thinnest) * Math.sqrt(share)) * 10) / 10;
}

import type { RunStep } from '@instaflow/contracts';
import { edgeId } from '../../canvas/derive-canvas';
import type { EdgeMark, NodeMark } from '../overlay-store';

/** A step of a run as the path needs it. */
export type PathStep = Pick<RunStep, 'at' | 'nodeId' | 'visit' | 'outcome' | 'branch' | 'targetNodeId'>;

type Marks = { nodeMarks: Record<string, NodeMark>; edgeMarks: Record<string, EdgeMark> };
type PathMark = Extract<NodeMark, { kind: 'path' }>;

const unlit: NodeMark = { kind: 'path', orders: [], at: null, state: 'unlit' };

/**
 * The path of a run on the canvas: visits are numbered in their order, a step that continues a visit (an answer, a time-out)
 * keeps its number, and every connection that was taken bears the number of the visit it led on from. `standsAt` is where
 * the run waits or failed, which has no step of its own when it failed before it did anything there.
 */
export function markPath(
  steps: readonly PathStep[],
  canvas: { nodeIds: readonly string[]; edgeIds: readonly string[] },
  end: { nodeId: string; state: 'waiting' | 'failed' } | null,
): Marks {
  const nodeMarks: Record<string, NodeMark> = Object.fromEntries(canvas.nodeIds.map((id) => [id, unlit]));
  const edgeMarks: Record<string, EdgeMark> = Object.fromEntries(
    canvas.edgeIds.map((id): [string, EdgeMark] => [id, { text: null, width: 1.5, tone: 'dim' }]),
  );
  const orders = numberVisits(steps);
  const light = (nodeId: string, change: (mark: PathMark) => PathMark): void => {
    const mark = nodeMarks[nodeId];
    if (mark?.kind === 'path') nodeMarks[nodeId] = change(mark);
  };
  for (const step of steps) {
    const order = orders.get(visitOf(step)) ?? 0;
    light(step.nodeId, (mark) => ({
      ...mark,
      orders: mark.orders.includes(order) ? mark.orders : [...mark.orders, order],
      at: step.at,
      state: step.outcome === 'failed' ? 'failed' : 'passed',
    }));
    const id = step.branch === null || step.targetNodeId === null ? null : edgeId(step.nodeId, step.branch);
    const known = id === null ? undefined : edgeMarks[id];
    if (id === null || !known) continue;
    const text = known.text === null ? String(order) : `${known.text}, ${String(order)}`;
    edgeMarks[id] = { text, width: 7, tone: 'lit' };
  }
  if (end) light(end.nodeId, (mark) => ({ ...mark, state: end.state }));
  return { nodeMarks, edgeMarks };
}

/** The number of each visit of a run, from 1. */
export function numberVisits(steps: readonly PathStep[]): Map<string, number> {
  const orders = new Map<string, number>();
  for (const step of steps) {
    const visit = visitOf(step);
    if (!orders.has(visit)) orders.set(visit, orders.size + 1);
  }
  return orders;
}

export const visitOf = ({ nodeId, visit }: Pick<PathStep, 'nodeId' | 'visit'>): string =>
  `${String(visit)}/${nodeId}`;

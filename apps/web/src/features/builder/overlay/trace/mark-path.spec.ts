import { markPath, type PathStep } from './mark-path';

const step = (nodeId: string, part: Partial<PathStep> = {}): PathStep => ({
  at: '2026-03-04T10:00:00.000Z',
  nodeId,
  visit: 1,
  outcome: 'advanced',
  branch: 'next',
  targetNodeId: 'x',
  ...part,
});
const canvas = { nodeIds: ['a', 'b', 'c'], edgeIds: ['a|next', 'b|timeout', 'b|next', 'c|next'] };

describe('markPath', () => {
  it('numbers visits in their order and lights the connections that were taken', () => {
    const { nodeMarks, edgeMarks } = markPath(
      [
        step('a'),
        step('b', { outcome: 'waiting', branch: null, targetNodeId: null }),
        step('b', { branch: 'timeout', at: '2026-03-04T11:00:00.000Z' }),
      ],
      canvas,
      null,
    );
    expect(nodeMarks).toMatchObject({
      a: { orders: [1], state: 'passed' },
      b: { orders: [2], state: 'passed', at: '2026-03-04T11:00:00.000Z' },
      c: { orders: [], state: 'unlit' },
    });
    expect(edgeMarks).toEqual({
      'a|next': { text: '1', width: 7, tone: 'lit' },
      'b|timeout': { text: '2', width: 7, tone: 'lit' },
      'b|next': { text: null, width: 1.5, tone: 'dim' },
      'c|next': { text: null, width: 1.5, tone: 'dim' },
    });
  });

  it('numbers every visit of a loop', () => {
    const { nodeMarks, edgeMarks } = markPath([step('a'), step('b'), step('a', { visit: 2 })], canvas, null);
    expect(nodeMarks['a']).toMatchObject({ orders: [1, 3] });
    expect(edgeMarks['a|next']?.text).toBe('1, 3');
  });

  it('shows where the run failed, even when it did nothing there', () => {
    const { nodeMarks } = markPath([step('a')], canvas, { nodeId: 'b', state: 'failed' });
    expect(nodeMarks['b']).toMatchObject({ orders: [], state: 'failed' });
  });

  it('leaves out steps this document does not have', () => {
    const { nodeMarks, edgeMarks } = markPath([step('gone'), step('a')], canvas, null);
    expect(Object.keys(nodeMarks)).toEqual(canvas.nodeIds);
    expect(Object.keys(edgeMarks)).toEqual(canvas.edgeIds);
    expect(nodeMarks['a']).toMatchObject({ orders: [2] });
  });
});

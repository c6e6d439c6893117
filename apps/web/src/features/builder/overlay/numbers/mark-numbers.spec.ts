import type { NodeEngagement } from '@instaflow/contracts';
import { markNumbers } from './mark-numbers';

const format = { number: String, percent: (value: number) => `${Math.round(value * 100)} %` };
const figures = (nodeId: string, part: Partial<NodeEngagement> = {}): NodeEngagement => ({
  nodeId,
  engagements: 0,
  sent: 0,
  read: 0,
  clicked: 0,
  waiting: 0,
  failed: 0,
  dropped: 0,
  outlets: [],
  ...part,
});
const canvas = { nodeIds: ['a', 'b'], edgeIds: ['a|next', 'a|error', 'b|next'] };

describe('markNumbers', () => {
  it('says how many took a connection and which share of its step that is', () => {
    const { edgeMarks } = markNumbers(
      [
        figures('a', {
          engagements: 200,
          outlets: [
            { outlet: 'next', count: 100 },
            { outlet: 'error', count: 25 },
          ],
        }),
      ],
      canvas,
      format,
    );
    expect(edgeMarks).toEqual({
      'a|next': { text: '100 · 50 %', width: 12, tone: 'plain' },
      'a|error': { text: '25 · 13 %', width: 6.8, tone: 'plain' },
      'b|next': { text: '0', width: 1.5, tone: 'dim' },
    });
  });

  it('gives every card its numbers, zeros where nobody came', () => {
    const { nodeMarks } = markNumbers(
      [figures('a', { engagements: 3, sent: 2, waiting: 1 })],
      canvas,
      format,
    );
    expect(nodeMarks['a']).toMatchObject({ kind: 'numbers', reached: 3, sent: 2, waiting: 1 });
    expect(nodeMarks['b']).toMatchObject({ kind: 'numbers', reached: 0 });
  });

  it('leaves out what this document does not have', () => {
    const { nodeMarks, edgeMarks } = markNumbers(
      [
        figures('gone', { engagements: 9, outlets: [{ outlet: 'next', count: 9 }] }),
        figures('a', { outlets: [{ outlet: 'branch:old', count: 4 }] }),
      ],
      canvas,
      format,
    );
    expect([Object.keys(nodeMarks), Object.keys(edgeMarks)]).toEqual([canvas.nodeIds, canvas.edgeIds]);
  });

  it('shows only the count when nobody reached the step in the period', () => {
    const { edgeMarks } = markNumbers(
      [figures('a', { outlets: [{ outlet: 'next', count: 1 }] })],
      canvas,
      format,
    );
    expect(edgeMarks['a|next']?.text).toBe('1');
  });
});

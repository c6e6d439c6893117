import {
  applyOperations,
  diffFlows,
  flow,
  message,
  onButton,
  quickReply,
  start,
} from '@instaflow/flow-model';
import { markDifferences } from './mark-differences';
import { mergeCompared } from './merge-compared';

const words = { added: '+', changed: '~', removed: '−' };

describe('markDifferences', () => {
  it('tells new, changed, removed and untouched steps apart, and their ways', () => {
    const before = flow(
      start({ id: 's' }),
      message('Hi', {
        id: 'm',
        buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
        to: [onButton('A', 'x'), onButton('B', 'y')],
      }),
      message('X', { id: 'x', end: true }),
      message('Y', { id: 'y', end: true }),
    );
    const applied = applyOperations(before, [
      { op: 'connect', nodeId: 'm', targetNodeId: 'y', condition: { type: 'button_payload', value: 'A' } },
      { op: 'disconnect', nodeId: 'm', condition: { type: 'button_payload', value: 'B' } },
      { op: 'remove_node', nodeId: 'x' },
    ]);
    if (!applied.ok) throw new Error(applied.problem.message);
    const after = applied.definition;
    const { nodeMarks, edgeMarks } = markDifferences(
      mergeCompared(before, after),
      diffFlows(before, after),
      words,
    );
    const changes = Object.entries(nodeMarks).map(([id, mark]) => [id, mark.kind === 'diff' && mark.change]);
    expect(Object.fromEntries(changes)).toEqual({ s: 'same', m: 'changed', x: 'removed', y: 'same' });
    const tones = Object.values(edgeMarks).map(({ tone, text }) => [tone, text]);
    expect(tones).toEqual([
      ['dim', null],
      ['changed', '~'],
      ['removed', '−'],
    ]);
  });
});

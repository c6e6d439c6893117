import { flow, message, start, wait } from '@instaflow/flow-model';
import { markProposal } from './mark-proposal';

describe('markProposal', () => {
  it('tells what is only proposed from what is in the flow, and the ways from and to it', () => {
    const definition = flow(
      start({ id: 's' }),
      message('Hi', { id: 'm' }),
      message('New', { id: 'n' }),
      wait('1h', { id: 'w' }),
      message('Bye', { id: 'b', end: true }),
    );
    const { nodeMarks, edgeMarks } = markProposal(definition, ['n']);
    expect(nodeMarks).toEqual({
      s: { kind: 'proposal', isProposed: false },
      m: { kind: 'proposal', isProposed: false },
      n: { kind: 'proposal', isProposed: true },
      w: { kind: 'proposal', isProposed: false },
      b: { kind: 'proposal', isProposed: false },
    });
    expect(Object.entries(edgeMarks).map(([id, { tone }]) => [id, tone])).toEqual([
      ['s|next', 'dim'],
      ['m|next', 'proposed'],
      ['n|next', 'proposed'],
      ['w|next', 'dim'],
    ]);
  });
});

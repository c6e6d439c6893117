import { parseCandidates } from './candidate';
import { parseSteps } from './trace-step';

describe('parseCandidates', () => {
  it('reads what the engine writes', () => {
    expect(
      parseCandidates([
        { kind: 'trigger', id: 't1', name: 'price', outcome: 'rejected', reason: 'no_match' },
      ]),
    ).toEqual([{ kind: 'trigger', id: 't1', name: 'price', outcome: 'rejected', reason: 'no_match' }]);
  });

  it('leaves out what it cannot read', () => {
    expect(parseCandidates([null, 'x', 3, {}, { kind: 'nothing' }])).toEqual([
      { kind: 'nothing', id: null, name: null, outcome: 'rejected', reason: '' },
    ]);
  });
});

describe('parseSteps', () => {
  it('reads steps and leaves out the rest', () => {
    expect(parseSteps([{ nodeId: 'n1', nodeType: 'wait', outcome: 'waiting' }, undefined])).toEqual([
      { nodeId: 'n1', nodeType: 'wait', outcome: 'waiting', branch: null, reason: null },
    ]);
  });
});

import { fromOption, listRemovedSteps, toOption, type RemovedFate } from './removed-fate';

describe('what becomes of people whose step is gone', () => {
  const fates: RemovedFate[] = [
    { kind: 'finish' },
    { kind: 'end' },
    { kind: 'goOn', nodeId: 'colour' },
    // A step may be called like another choice.
    { kind: 'goOn', nodeId: 'end' },
  ];

  it.each(fates)('is the same after it was an option: %j', (fate) => {
    expect(fromOption(toOption(fate))).toEqual(fate);
  });

  it('is asked of the server where they do not just finish', () => {
    const asked = { a: { kind: 'finish' }, b: { kind: 'end' }, c: { kind: 'goOn', nodeId: 'd' } } as const;
    expect(listRemovedSteps(asked)).toEqual([
      { nodeId: 'b', targetNodeId: null },
      { nodeId: 'c', targetNodeId: 'd' },
    ]);
  });
});

import { listWaitingSteps } from './list-waiting-steps';

describe('listWaitingSteps', () => {
  it('names steps by the version people stand in, then by the draft, then by id', () => {
    const nodes = [
      { nodeId: 'a', count: 1 },
      { nodeId: 'b', count: 7 },
      { nodeId: 'gone', count: 2 },
    ];
    const waiting = [{ nodeId: 'a', nodeName: 'Ask the size' }];
    const definition = {
      nodes: [
        { id: 'a', name: 'Ask the colour' },
        { id: 'b', name: 'Wait a day' },
      ],
    };
    expect(listWaitingSteps(nodes, waiting, definition).map(({ name }) => name)).toEqual([
      'Wait a day',
      'gone',
      'Ask the size',
    ]);
  });
});

import { countMoves, listGoneSteps } from './gone-steps';

const next = { nodeId: 'colour', nodeName: 'Which colour?' };
const standing = [
  { version: 1, nodeId: 'pause', nodeName: 'Pause', count: 4, outcome: 'moves' as const },
  { version: 1, nodeId: 'size', nodeName: 'Which size?', count: 1, outcome: 'node_missing' as const, next },
  { version: 2, nodeId: 'size', nodeName: 'Size', count: 2, outcome: 'node_missing' as const, next: null },
  { version: 2, nodeId: 'tag', nodeName: '', count: 5, outcome: 'node_kind_changed' as const },
];

describe('people at steps a version does not have', () => {
  it('are asked about once for each step, where most stand first', () => {
    expect(listGoneSteps(standing)).toEqual([
      { nodeId: 'tag', nodeName: 'tag', count: 5, nextNodeId: null },
      { nodeId: 'size', nodeName: 'Which size?', count: 3, nextNodeId: 'colour' },
    ]);
  });

  it('are counted by what was chosen; whoever is not chosen for stays', () => {
    expect(countMoves(standing, {})).toEqual({ going: 4, ending: 0 });
    expect(countMoves(standing, { size: { kind: 'goOn', nodeId: 'colour' }, tag: { kind: 'end' } })).toEqual({
      going: 7,
      ending: 5,
    });
    expect(countMoves(standing, { size: { kind: 'finish' }, pause: { kind: 'end' } })).toEqual({
      going: 4,
      ending: 0,
    });
  });
});

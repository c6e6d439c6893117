import { chainOf } from './spec-support/chain-of';
import { splitLayers } from './split-layers';

const graphOf = (...pairs: string[]) => {
  const edges = pairs.map((pair) => ({ source: pair.charAt(0), target: pair.charAt(1) }));
  const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))];
  return { nodes: ids.map((id) => ({ id, width: 280, height: 100 })), edges };
};
const pairsOf = (graph: ReturnType<typeof graphOf>) =>
  splitLayers(graph).flatMap(({ edges }) => edges.map(({ source, target }) => source + target));

describe('splitLayers', () => {
  it('keeps edges over up to three layers and drops longer ones', () => {
    const chain = ['ab', 'bc', 'cd', 'de'];
    expect(pairsOf(graphOf(...chain, 'ac', 'ad', 'ae'))).toEqual([...chain, 'ac', 'ad']);
  });

  it('drops what leads back over many layers, and keeps short loops', () => {
    const chain = ['ab', 'bc', 'cd', 'de'];
    expect(pairsOf(graphOf(...chain, 'ea', 'cb', 'aa'))).toEqual([...chain, 'cb', 'aa']);
  });

  it('leaves to every node that something leads to an edge from the layer before', () => {
    const graph = graphOf('ab', 'bc', 'cd', 'de', 'ef', 'af', 'ag', 'ga', 'bg');
    const led = new Set(pairsOf(graph).map((pair) => pair.charAt(1)));
    for (const id of ['b', 'c', 'd', 'e', 'f', 'g']) expect(led).toContain(id);
  });

  it('makes blocks of 200 layers of a chain of thousands', () => {
    const blocks = splitLayers(chainOf(5_000));
    expect(blocks).toHaveLength(25);
    expect(new Set(blocks.map((block) => block.nodes.length))).toEqual(new Set([200]));
    expect(new Set(blocks.map((block) => block.edges.length))).toEqual(new Set([199]));
  });
});

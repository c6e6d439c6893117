import { flow, flowTemplates, message, start, tagContact } from '@instaflow/flow-model';
import { layoutFlow } from './layout-flow';
import type { LayoutGraph } from './layout-graph';
import { chainOf } from './spec-support/chain-of';
import { toLayoutGraph } from './to-layout-graph';

const welcomeFlow = () => {
  const template = flowTemplates.find(({ id }) => id === 'welcome');
  if (!template) throw new Error('no template');
  return template.create();
};
const welcome = toLayoutGraph(welcomeFlow());

function listOverlaps(graph: LayoutGraph): string[] {
  const positions = layoutFlow(graph);
  const boxes = graph.nodes.map((node) => ({ ...node, ...(positions[node.id] ?? { x: NaN, y: NaN }) }));
  return boxes.flatMap((left, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (right) =>
          left.x < right.x + right.width &&
          right.x < left.x + left.width &&
          left.y < right.y + right.height &&
          right.y < left.y + left.height,
      )
      .map((right) => `${left.id} ${right.id}`),
  );
}

describe('layoutFlow', () => {
  it('places every node on the grid, and no card on another', () => {
    const positions = layoutFlow(welcome);
    expect(Object.keys(positions)).toHaveLength(welcome.nodes.length);
    for (const { x, y } of Object.values(positions)) expect([x % 16, y % 16].map(Math.abs)).toEqual([0, 0]);
    expect(listOverlaps(welcome)).toEqual([]);
  });

  it('leads from left to right', () => {
    const positions = layoutFlow(welcome);
    for (const { source, target } of welcome.edges) {
      expect(positions[target]?.x).toBeGreaterThan(positions[source]?.x ?? Infinity);
    }
  });

  it('puts what follows from the first answer above what follows from the second', () => {
    const positions = layoutFlow(welcome);
    expect(positions['node_3']?.y).toBeLessThan(positions['node_4']?.y ?? 0);
  });

  it('puts parts that are not connected below one another', () => {
    const parts = flow(
      start({ id: 's' }),
      message('a', { id: 'a', end: true }),
      tagContact('x', { id: 'alone', end: true }),
    );
    const graph = toLayoutGraph(parts);
    const positions = layoutFlow(graph);
    expect(positions['alone']?.y).toBeGreaterThan(positions['s']?.y ?? Infinity);
    expect(listOverlaps(graph)).toEqual([]);
  });

  it('gives the same places for the same graph', () => {
    expect(layoutFlow(welcome)).toEqual(layoutFlow(welcome));
  });

  it('copes with a step that leads to itself, with loops, and with nothing', () => {
    const nodes = ['a', 'b'].map((id) => ({ id, width: 280, height: 100 }));
    const edges = [
      { source: 'a', target: 'a' },
      { source: 'a', target: 'b' },
      { source: 'b', target: 'a' },
    ];
    expect(Object.keys(layoutFlow({ nodes, edges }))).toEqual(['a', 'b']);
    expect(layoutFlow({ nodes: [], edges: [] })).toEqual({});
  });

  it('arranges a chain of two thousand steps, each to the right of the one before', () => {
    const chain = chainOf(2_000);
    const positions = layoutFlow(chain);
    for (const { source, target } of chain.edges) {
      expect(positions[target]?.x).toBeGreaterThanOrEqual((positions[source]?.x ?? Infinity) + 280);
    }
  });

  it('arranges only what it is asked for', () => {
    const graph = toLayoutGraph(welcomeFlow(), new Set(['node_2', 'node_3']));
    expect(graph.nodes.map(({ id }) => id)).toEqual(['node_2', 'node_3']);
    expect(graph.edges).toEqual([{ source: 'node_2', target: 'node_3' }]);
  });
});

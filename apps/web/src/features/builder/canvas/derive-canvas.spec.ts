import {
  applyOperations,
  flow,
  humanTakeover,
  message,
  onButton,
  quickReply,
  start,
  tagContact,
  type FlowOperation,
} from '@instaflow/flow-model';
import { createCanvasDeriver, edgeId, type CanvasInput } from './derive-canvas';

const definition = flow(
  start({ id: 's', name: 'Start' }),
  message('Hi', {
    id: 'm',
    buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
    to: [onButton('B', 'h'), onButton('A', 't')],
  }),
  humanTakeover('Help', { id: 'h', end: true }),
  tagContact('a', { id: 't', end: true }),
  message('Alone', { id: 'lost', end: true }),
);

const edit = (operations: FlowOperation[]) => {
  const applied = applyOperations(definition, operations);
  if (!applied.ok) throw new Error(applied.problem.message);
  return applied.definition;
};

const input = (changes: Partial<CanvasInput> = {}): CanvasInput => ({
  definition,
  automaticPositions: { s: { x: 10, y: 20 } },
  dragPositions: {},
  selectedNodeIds: new Set(),
  selectedEdgeId: null,
  activeNodeId: null,
  problems: [],
  describe: ({ step, node }) => `${String(step)} ${node.name}`,
  ...changes,
});

describe('createCanvasDeriver', () => {
  it('gives the same list of connections again while none of them changes', () => {
    const derive = createCanvasDeriver();
    const before = derive(input());
    const renamed = derive(
      input({ definition: edit([{ op: 'update_node', nodeId: 'lost', set: { name: 'Found' } }]) }),
    );
    expect(renamed.edges).toBe(before.edges);
    expect(renamed.nodes).not.toBe(before.nodes);
    const gone = derive(input({ definition: edit([{ op: 'remove_node', nodeId: 't' }]) }));
    expect(gone.edges.map(({ target }) => target)).not.toContain('t');
    expect(derive(input()).edges).toEqual(before.edges);
  });

  it('lists nodes in flow order, by outlets from top to bottom, the unreachable last', () => {
    const { nodes } = createCanvasDeriver()(input());
    expect(nodes.map(({ id }) => id)).toEqual(['s', 'm', 't', 'h', 'lost']);
    expect(nodes.map(({ data }) => data.step)).toEqual([1, 2, 3, 4, 5]);
  });

  it('names an edge by node and outlet and ties it to their handles', () => {
    const { nodes, edges } = createCanvasDeriver()(input());
    const edge = edges.find(({ target }) => target === 't');
    expect(edge).toMatchObject({
      id: edgeId('m', 'button_payload:A'),
      source: 'm',
      sourceHandle: 'button_payload:A',
    });
    const handles = nodes.find(({ id }) => id === 'm')?.handles?.map(({ id }) => id);
    expect(handles).toContain(edge?.sourceHandle);
  });

  it('leaves out edges that point nowhere', () => {
    const broken = { ...definition, nodes: definition.nodes.filter(({ id }) => id !== 't') };
    expect(
      createCanvasDeriver()(input({ definition: broken })).edges.map(({ target }) => target),
    ).not.toContain('t');
  });

  it('takes the place of a drag, then of the document, then the automatic one', () => {
    const placed = edit([{ op: 'move_nodes', moves: [{ nodeId: 'm', position: { x: 5, y: 6 } }] }]);
    const derived = createCanvasDeriver()(
      input({ definition: placed, dragPositions: { t: { x: 1, y: 2 } } }),
    );
    const at = (id: string) => derived.nodes.find((node) => node.id === id)?.position;
    expect([at('s'), at('m'), at('t')]).toEqual([
      { x: 10, y: 20 },
      { x: 5, y: 6 },
      { x: 1, y: 2 },
    ]);
  });

  it('keeps every object whose node did not change, so that one edit draws one card', () => {
    const derive = createCanvasDeriver();
    const before = derive(input());
    const edited = edit([{ op: 'update_node', nodeId: 't', set: { name: 'New' } }]);
    const after = derive(input({ definition: edited }));
    const changed = after.nodes.filter((node, index) => node !== before.nodes[index]).map(({ id }) => id);
    expect(changed).toEqual(['t']);
    expect(after.edges.every((edge, index) => edge === before.edges[index])).toBe(true);
  });

  it('gives the very same edges while a node is dragged', () => {
    const derive = createCanvasDeriver();
    const before = derive(input());
    const after = derive(input({ dragPositions: { t: { x: 9, y: 9 } } }));
    expect(after.edges).toBe(before.edges);
    expect(after.nodes.filter((node, index) => node !== before.nodes[index])).toHaveLength(1);
  });

  it('neither measures nor names a node again that is dragged or selected', () => {
    const derive = createCanvasDeriver();
    const find = (canvas: ReturnType<typeof derive>) => canvas.nodes.find(({ id }) => id === 't');
    const before = find(derive(input()));
    const describe = () => {
      throw new Error('named again');
    };
    const after = find(
      derive(
        input({
          dragPositions: { t: { x: 9, y: 9 } },
          selectedNodeIds: new Set(['t']),
          activeNodeId: 't',
          describe,
        }),
      ),
    );
    expect(after).toMatchObject({ position: { x: 9, y: 9 }, selected: true, domAttributes: { tabIndex: 0 } });
    expect([after?.data === before?.data, after?.handles === before?.handles]).toEqual([true, true]);
  });

  it('counts the problems of each node and tells them in its name', () => {
    const problem = { nodeId: 'm', path: '', code: 'x', message: 'x' };
    const { nodes } = createCanvasDeriver()(
      input({
        problems: [
          { ...problem, severity: 'error' },
          { ...problem, severity: 'warning' },
          { ...problem, nodeId: null, severity: 'error' },
        ],
      }),
    );
    expect(nodes.find(({ id }) => id === 'm')?.data).toMatchObject({ errors: 1, warnings: 1 });
    expect(nodes[0]?.ariaLabel).toBe('1 Start');
  });

  it('lets the Tab key stop at exactly one card: the active one, or the start', () => {
    const stops = (activeNodeId: string | null) =>
      createCanvasDeriver()(input({ activeNodeId }))
        .nodes.filter(({ domAttributes }) => domAttributes?.tabIndex === 0)
        .map(({ id }) => id);
    expect([stops(null), stops('t')]).toEqual([['s'], ['t']]);
  });

  it('gives sizes and handles, so that nothing has to be drawn to be measured', () => {
    for (const node of createCanvasDeriver()(input()).nodes) {
      expect(node.width).toBe(280);
      expect(node.measured).toEqual({ width: node.width, height: node.height });
      expect(node.handles?.length).toBeGreaterThan(0);
    }
  });
});

import {
  applyOperations,
  flow,
  message,
  start,
  tagContact,
  wait,
  type FlowOperation,
} from '@instaflow/flow-model';
import { createCanvasDeriver } from '../canvas/derive-canvas';
import { createGroupFolder, groupNodeId } from './fold-groups';

const base = flow(
  start({ id: 's' }),
  message('Hi', { id: 'm' }),
  wait('1h', { id: 'w' }),
  tagContact('t', { id: 't', end: true }),
);
const places = { s: { x: 0, y: 0 }, m: { x: 320, y: 0 }, w: { x: 640, y: 0 }, t: { x: 960, y: 0 } };
const group = (isCollapsed: boolean): FlowOperation => ({
  op: 'put_group',
  group: { id: 'g', name: 'Middle', nodeIds: ['m', 'w'], isCollapsed },
});
const edited = (...operations: FlowOperation[]) => {
  const applied = applyOperations(base, operations);
  if (!applied.ok) throw new Error(applied.problem.message);
  return applied.definition;
};

const open = () => {
  const derive = createCanvasDeriver();
  const fold = createGroupFolder();
  return (definition: typeof base, peeked: string[] = [], dragPositions = {}) =>
    fold(
      derive({
        definition,
        automaticPositions: places,
        dragPositions,
        selectedNodeIds: new Set(),
        selectedEdgeId: null,
        activeNodeId: null,
        problems: [{ severity: 'warning', nodeId: 'w', path: '', code: 'x', message: 'x' }],
        describe: () => '',
      }),
      { groups: definition.groups, peekedGroupIds: new Set(peeked), describe: ({ group: { name } }) => name },
    );
};
const ids = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);
const ends = ({ edges }: { edges: { source: string; target: string }[] }) =>
  edges.map(({ source, target }) => `${source}→${target}`);

describe('groups on the canvas', () => {
  it('frame their steps, behind them and with room for the name', () => {
    const canvas = open()(edited(group(false)));
    expect(ids(canvas)).toEqual([groupNodeId('g'), 's', 'm', 'w', 't']);
    const frame = canvas.nodes[0];
    expect(frame).toMatchObject({ type: 'frame', zIndex: -1, position: { x: 288, y: -64 } });
    expect(frame?.data).toMatchObject({ count: 2, warnings: 1, errors: 0, kinds: 'message,wait' });
  });

  it('are one card when folded, and what leads in or out leads to the card', () => {
    const canvas = open()(edited(group(true)));
    expect(ids(canvas)).toEqual([groupNodeId('g'), 's', 't']);
    expect(ends(canvas)).toEqual([`s→${groupNodeId('g')}`, `${groupNodeId('g')}→t`]);
    expect(canvas.cards.map(({ id }) => id)).toEqual(['s', 't']);
    const handles = canvas.nodes[0]?.handles?.map(({ id }) => id);
    expect(handles).toEqual(
      expect.arrayContaining(canvas.edges.map((edge) => edge.targetHandle).slice(0, 1)),
    );
    expect(handles).toContain(canvas.edges[1]?.sourceHandle);
  });

  it('are open for whoever looks into them', () => {
    expect(ids(open()(edited(group(true)), ['g']))).toEqual([groupNodeId('g'), 's', 'm', 'w', 't']);
  });

  it('follow their steps while these are dragged, and are the same objects otherwise', () => {
    const fold = open();
    const definition = edited(group(true));
    const before = fold(definition);
    const same = fold(definition);
    expect(same.nodes[0]).toBe(before.nodes[0]);
    expect(same.edges[0]).toBe(before.edges[0]);
    const dragged = fold(definition, [], { m: { x: 320, y: 160 }, w: { x: 640, y: 160 } });
    expect(dragged.edges).toBe(before.edges);
    expect(dragged.nodes[0]?.position).toEqual({ x: 288, y: 96 });
  });

  it('are not drawn once all of their steps are gone', () => {
    const definition = edited(
      group(false),
      { op: 'remove_node', nodeId: 'm', heal: true },
      { op: 'remove_node', nodeId: 'w', heal: true },
    );
    expect(ids(open()(definition))).toEqual(['s', 't']);
  });

  it('cost nothing where there are none', () => {
    const canvas = open()(base);
    expect(canvas.nodes).toBe(canvas.cards);
  });
});

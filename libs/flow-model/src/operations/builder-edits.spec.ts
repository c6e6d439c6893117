import { flow, humanTakeover, message, note, onButton, quickReply, start, tagContact } from '../builders';
import type { FlowDefinition } from '../flow-definition';
import { alignNodes, type NodeBox } from './align-nodes';
import { applyOperation, applyOperations } from './apply-operation';
import { checkReplacement } from './check-replacement';
import { describeOperations } from './describe-operations';
import { copyFragment, pasteFragment } from './fragment';

const base = (): FlowDefinition =>
  flow(
    start({ id: 's' }),
    message('Hi', { id: 'm', buttons: [quickReply('A', 'A')], to: [onButton('A', 'a')] }),
    tagContact('a', { id: 'a' }),
    humanTakeover('b', { id: 'b', name: 'Person' }),
    note('n'),
  );

describe('pasting a fragment', () => {
  it('gives new ids, keeps inner edges and whole groups, and lets go of the rest', () => {
    const grouped = applyOperations(base(), [
      { op: 'put_group', group: { id: 'g', name: 'Menu', nodeIds: ['m', 'a'] } },
      {
        op: 'move_nodes',
        moves: [
          { nodeId: 'm', position: { x: 10, y: 20 } },
          { nodeId: 'a', position: { x: 30, y: 0 } },
        ],
      },
    ]);
    const definition = grouped.ok ? grouped.definition : base();
    let count = 0;
    const newId = () => `new${(count += 1)}`;
    const fragment = copyFragment(definition, new Set(['s', 'm', 'a']));
    const pasted = applyOperation(definition, pasteFragment(fragment, { newId, at: { x: 100, y: 100 } }));
    const result = pasted.ok ? pasted.definition : null;
    expect(result?.nodes.slice(-2)).toMatchObject([
      { id: 'new1', position: { x: 100, y: 120 }, connections: [{ targetNodeId: 'new2' }] },
      { id: 'new2', position: { x: 120, y: 100 }, connections: [] },
    ]);
    expect(result?.groups?.at(-1)).toEqual({ id: 'new3', name: 'Menu', nodeIds: ['new1', 'new2'] });
    expect(copyFragment(definition, new Set(['m'])).groups).toEqual([]);
  });
});

describe('aligning', () => {
  const boxes: NodeBox[] = [
    { nodeId: 'a', x: 0, y: 0, width: 100, height: 50 },
    { nodeId: 'b', x: 40, y: 100, width: 60, height: 100 },
    { nodeId: 'c', x: 300, y: 300, width: 100, height: 50 },
  ];
  const movesOf = (...input: Parameters<typeof alignNodes>) =>
    Object.fromEntries(alignNodes(...input)?.moves.map(({ nodeId, position }) => [nodeId, position]) ?? []);

  it('lines cards up and leaves what is there already', () => {
    expect(movesOf(boxes, 'left')).toEqual({ b: { x: 0, y: 100 }, c: { x: 0, y: 300 } });
    expect(movesOf(boxes, 'right')).toEqual({ a: { x: 300, y: 0 }, b: { x: 340, y: 100 } });
    expect(movesOf(boxes, 'middle')).toMatchObject({ a: { x: 0, y: 150 }, b: { x: 40, y: 125 } });
    expect(alignNodes(boxes.slice(0, 1), 'top')).toBeNull();
  });

  it('spreads them with equal gaps', () => {
    expect(movesOf(boxes, 'distribute_vertically')).toEqual({ b: { x: 40, y: 125 } });
    expect(movesOf(boxes, 'distribute_horizontally')).toEqual({ b: { x: 170, y: 100 } });
  });
});

describe('a save that would empty a flow', () => {
  const empty = flow(start({ id: 's' }), note('x'));

  it('is refused unless every step was removed by name', () => {
    expect(checkReplacement(base(), empty)?.code).toBe('would_empty_flow');
    expect(checkReplacement(base(), empty, [{ op: 'replace_document', definition: empty }])?.code).toBe(
      'would_empty_flow',
    );
    expect(checkReplacement(base(), empty, [{ op: 'remove_node', nodeId: 'm' }])?.code).toBe(
      'would_empty_flow',
    );
    const all = ['m', 'a', 'b'].map((nodeId) => ({ op: 'remove_node' as const, nodeId }));
    expect(checkReplacement(base(), empty, all)).toBeNull();
  });

  it('is none when something is left, or nothing was there', () => {
    expect(checkReplacement(base(), flow(start(), tagContact('x')))).toBeNull();
    expect(checkReplacement(empty, flow(start()))).toBeNull();
  });
});

describe('labels', () => {
  it('say what an edit does', () => {
    const of = (...operations: Parameters<typeof describeOperations>[0]) =>
      describeOperations(operations, base());
    expect(of({ op: 'remove_node', nodeId: 'b' })).toEqual({ key: 'deleteStep', values: { name: 'Person' } });
    expect(of({ op: 'remove_node', nodeId: 'a' }, { op: 'remove_node', nodeId: 'b' })).toEqual({
      key: 'deleteSteps',
      values: { count: 2 },
    });
    expect(of({ op: 'update_node', nodeId: 'b', set: { name: 'x' } }).key).toBe('renameStep');
    const [node] = flow(tagContact('t', { id: 'x', name: 'Tag' })).nodes;
    if (!node) throw new Error('no node');
    expect(
      of({ op: 'add_node', node }, { op: 'connect', nodeId: 'a', targetNodeId: 'x', condition: null }),
    ).toEqual({ key: 'addStep', values: { name: 'Tag' } });
  });
});

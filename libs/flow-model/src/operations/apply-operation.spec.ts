import * as fc from 'fast-check';
import { flow, message, onButton, quickReply, start, tagContact } from '../builders';
import type { FlowDefinition, FlowNode } from '../flow-definition';
import { createNode } from '../kinds/create-node';
import { nodeKinds } from '../kinds/node-kinds';
import { isNodeKind } from '../flow-definition';
import { applyOperation, applyOperations } from './apply-operation';
import { flowOperationSchema, type FlowOperation } from './flow-operation';

const base = () =>
  flow(
    start({ id: 's' }),
    message('Hi', {
      id: 'm',
      buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
      to: [onButton('A', 'a'), onButton('B', 'b')],
    }),
    tagContact('a', { id: 'a' }),
    tagContact('b', { id: 'b', end: true }),
  );

function apply(definition: FlowDefinition, ...operations: FlowOperation[]): FlowDefinition {
  const applied = applyOperations(definition, operations);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.definition;
}

function refusalOf(operation: FlowOperation, definition = base()): string | null {
  const applied = applyOperation(definition, operation);
  return applied.ok ? null : applied.problem.code;
}

const edgesOf = (definition: FlowDefinition, nodeId: string) =>
  definition.nodes.find(({ id }) => id === nodeId)?.connections.map(({ targetNodeId }) => targetNodeId);
const tag = (id: string) => createNode({ kind: 'tag_contact', id });

describe('applyOperation', () => {
  it('removes a node with the edges to it, or heals them', () => {
    expect(edgesOf(apply(base(), { op: 'remove_node', nodeId: 'a' }), 'm')).toEqual(['b']);
    expect(edgesOf(apply(base(), { op: 'remove_node', nodeId: 'm', heal: true }), 's')).toEqual([]);
    expect(edgesOf(apply(base(), { op: 'remove_node', nodeId: 'a', heal: true }), 'm')).toEqual(['b', 'b']);
  });

  it('connects, and leads an edge with the same condition elsewhere', () => {
    const connected = apply(base(), { op: 'connect', nodeId: 'b', targetNodeId: 'm', condition: null });
    expect(edgesOf(connected, 'b')).toEqual(['m']);
    expect(
      edgesOf(apply(connected, { op: 'connect', nodeId: 'b', targetNodeId: 'a', condition: null }), 'b'),
    ).toEqual(['a']);
  });

  it('puts a node on an edge', () => {
    const condition = { type: 'button_payload' as const, value: 'A' };
    const inserted = apply(base(), { op: 'insert_on_edge', nodeId: 'm', condition, node: tag('x') });
    expect(edgesOf(inserted, 'm')).toEqual(['x', 'b']);
    expect(edgesOf(inserted, 'x')).toEqual(['a']);
  });

  it('lets an edge follow a renamed button, and drops it with a removed one', () => {
    const content = (...payloads: string[]) => ({
      text: 'Hi',
      buttons: payloads.map((payload) => ({ type: 'quick_reply', text: payload, payload })),
    });
    const update = (...payloads: string[]): FlowOperation => ({
      op: 'update_node',
      nodeId: 'm',
      set: { content: content(...payloads) },
    });
    const renamed = apply(base(), update('A', 'C'));
    expect(renamed.nodes[1]?.connections[1]).toEqual({
      targetNodeId: 'b',
      condition: { type: 'button_payload', value: 'C' },
    });
    expect(edgesOf(apply(base(), update('B')), 'm')).toEqual(['b']);
    expect(edgesOf(apply(base(), update('B', 'A')), 'm')).toEqual(['a', 'b']);
  });

  it('drops pasted edges that lead nowhere and keeps those that lead somewhere', () => {
    const nodes: FlowNode[] = [
      {
        ...tag('x'),
        connections: [
          { targetNodeId: 'y', condition: null },
          { targetNodeId: 'gone', condition: null },
        ],
      },
      { ...tag('y'), connections: [{ targetNodeId: 'a', condition: null }] },
    ];
    const pasted = apply(base(), { op: 'paste_nodes', nodes });
    expect([edgesOf(pasted, 'x'), edgesOf(pasted, 'y')]).toEqual([['y'], ['a']]);
  });

  it('refuses what cannot be, and says so', () => {
    expect(refusalOf({ op: 'remove_node', nodeId: 's' })).toBe('start_is_needed');
    expect(refusalOf({ op: 'remove_node', nodeId: 'gone' })).toBe('node_not_found');
    expect(refusalOf({ op: 'add_node', node: tag('a') })).toBe('duplicate_node_id');
    expect(refusalOf({ op: 'connect', nodeId: 'a', targetNodeId: 'gone', condition: null })).toBe(
      'node_not_found',
    );
    expect(refusalOf({ op: 'disconnect', nodeId: 'b', condition: null })).toBe('edge_not_found');
    expect(refusalOf({ op: 'update_node', nodeId: 'a', set: { id: 'z' } })).toBe('field_not_editable');
    expect(refusalOf({ op: 'update_node', nodeId: 'a', set: {}, unset: ['constructor'] })).toBe(
      'field_not_editable',
    );
    expect(refusalOf({ op: 'update_node', nodeId: 'a', set: { tagName: 5 } })).toBe('invalid_field');
    expect(refusalOf({ op: 'move_nodes', moves: [{ nodeId: 'gone', position: null }] })).toBe(
      'node_not_found',
    );
    expect(refusalOf({ op: 'paste_nodes', nodes: [tag('x'), tag('x')] })).toBe('duplicate_node_id');
    const full = { ...base(), nodes: Array.from({ length: 2000 }, (_, index) => tag(`n${index}`)) };
    expect(refusalOf({ op: 'add_node', node: tag('x') }, full)).toBe('too_many_nodes');
  });

  it('applies several edits or none', () => {
    const definition = base();
    const applied = applyOperations(definition, [
      { op: 'set_start', nodeId: 'm' },
      { op: 'remove_node', nodeId: 'gone' },
    ]);
    expect(applied.ok).toBe(false);
    expect(definition).toEqual(base());
  });

  it('takes a node out of its place and puts it on an edge', () => {
    const chain = flow(
      start({ id: 's' }),
      tagContact('a', { id: 'a' }),
      tagContact('b', { id: 'b' }),
      tagContact('c', { id: 'c' }),
    );
    const moved = apply(chain, { op: 'move_to_edge', nodeId: 'c', sourceId: 's', condition: null });
    expect(['s', 'c', 'a', 'b'].map((id) => edgesOf(moved, id))).toEqual([['c'], ['a'], ['b'], []]);
    const swapped = apply(chain, { op: 'move_to_edge', nodeId: 'a', sourceId: 'b', condition: null });
    expect(['s', 'b', 'a', 'c'].map((id) => edgesOf(swapped, id))).toEqual([['b'], ['a'], ['c'], []]);
    expect(refusalOf({ op: 'move_to_edge', nodeId: 's', sourceId: 'a', condition: null }, chain)).toBe(
      'cannot_be_on_edge',
    );
    expect(refusalOf({ op: 'move_to_edge', nodeId: 'a', sourceId: 'a', condition: null }, chain)).toBe(
      'edge_not_found',
    );
  });

  it('keeps a node in one group at most, and out of all once it is gone', () => {
    const group = (id: string, ...nodeIds: string[]) => ({
      op: 'put_group' as const,
      group: { id, name: id, nodeIds },
    });
    const grouped = apply(base(), group('g1', 'a', 'b'), group('g2', 'b', 'm'), {
      op: 'remove_node',
      nodeId: 'm',
    });
    expect(grouped.groups).toEqual([
      { id: 'g1', name: 'g1', nodeIds: ['a'] },
      { id: 'g2', name: 'g2', nodeIds: ['b'] },
    ]);
    const opened = apply(
      grouped,
      { op: 'collapse_group', groupId: 'g1', isCollapsed: true },
      { op: 'remove_group', groupId: 'g2' },
    );
    expect(opened.groups).toEqual([{ id: 'g1', name: 'g1', nodeIds: ['a'], isCollapsed: true }]);
    expect(refusalOf(group('g', 'gone'))).toBe('node_not_found');
    expect(refusalOf({ op: 'remove_group', groupId: 'gone' })).toBe('group_not_found');
    expect(refusalOf({ op: 'update_document', set: { nodes: [] } })).toBe('field_not_editable');
    expect(refusalOf({ op: 'update_document', set: { notes: 5 } })).toBe('invalid_field');
  });

  it('makes a new node of every kind that the operations accept', () => {
    for (const kind of Object.keys(nodeKinds).filter(isNodeKind)) {
      const node = createNode({ kind, id: kind, position: { x: 1, y: 2 } });
      expect(flowOperationSchema.safeParse({ op: 'add_node', node }).success).toBe(true);
      expect(new Set(nodeKinds[kind].outlets(node).map(({ id }) => id)).size).toBe(
        nodeKinds[kind].outlets(node).length,
      );
    }
  });
});

const ids = fc.constantFrom('s', 'm', 'a', 'b', 'x', 'y', 'z', 'gone');
const condition = fc.constantFrom(
  null,
  { type: 'button_payload' as const, value: 'A' },
  { type: 'button_payload' as const, value: 'B' },
  { type: 'timeout' as const },
);
const connections = fc.array(fc.record({ targetNodeId: ids, condition }), { maxLength: 3 });
const node = fc
  .record({ id: ids, connections, position: fc.constantFrom(undefined, { x: 1, y: 1 }) })
  .map(({ id, connections: edges, position }): FlowNode => ({
    ...tag(id),
    connections: edges,
    ...(position ? { position } : {}),
  }));
const buttons = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C'), { maxLength: 3 })
  .map((list) => list.map((payload) => ({ type: 'quick_reply', text: payload, payload })));
const groupIds = fc.constantFrom('g1', 'g2', 'g3');
const group = fc.record(
  {
    id: groupIds,
    name: fc.constantFrom('', 'Group'),
    nodeIds: fc.uniqueArray(fc.constantFrom('s', 'm', 'a', 'b', 'x'), { maxLength: 3 }),
  },
  { noNullPrototype: true },
);
const operations = fc.oneof<fc.Arbitrary<FlowOperation>[]>(
  fc.record({ op: fc.constant('add_node' as const), node, index: fc.option(fc.nat(9), { nil: undefined }) }),
  fc.record({ op: fc.constant('remove_node' as const), nodeId: ids, heal: fc.boolean() }),
  fc.record({
    op: fc.constant('move_nodes' as const),
    moves: fc.array(fc.record({ nodeId: ids, position: fc.constantFrom(null, { x: 5, y: 6 }) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    op: fc.constant('update_node' as const),
    nodeId: ids,
    set: fc.record(
      {
        content: buttons.map((list) => ({ text: 'x', buttons: list })),
        extra: fc.constantFrom(1, null, 'y'),
      },
      { requiredKeys: [] },
    ),
    unset: fc.subarray(['extra', 'tagName', 'content']),
  }),
  fc.record({
    op: fc.constant('connect' as const),
    nodeId: ids,
    targetNodeId: ids,
    condition,
    index: fc.option(fc.nat(3), { nil: undefined }),
  }),
  fc.record({ op: fc.constant('set_connections' as const), nodeId: ids, connections }),
  fc.record({ op: fc.constant('disconnect' as const), nodeId: ids, condition }),
  fc.record({ op: fc.constant('set_start' as const), nodeId: ids }),
  fc.record({ op: fc.constant('insert_on_edge' as const), nodeId: ids, condition, node }),
  fc.record({ op: fc.constant('paste_nodes' as const), nodes: fc.array(node, { maxLength: 3 }) }),
  fc.record({ op: fc.constant('move_to_edge' as const), nodeId: ids, sourceId: ids, condition }),
  fc.record({ op: fc.constant('put_group' as const), group }),
  fc.record({ op: fc.constant('remove_group' as const), groupId: groupIds }),
  fc.record({ op: fc.constant('collapse_group' as const), groupId: groupIds, isCollapsed: fc.boolean() }),
  fc.record({
    op: fc.constant('paste_nodes' as const),
    nodes: fc.array(node, { maxLength: 2 }),
    groups: fc.array(group, { maxLength: 1 }),
  }),
  fc
    .record({
      withNotes: fc.boolean(),
      withVars: fc.boolean(),
      unset: fc.subarray(['notes', 'vars', 'extra']),
    })
    .map(({ withNotes, withVars, unset }) => ({
      op: 'update_document' as const,
      set: {
        ...(withNotes ? { notes: [{ id: 'n', text: 'x' }] } : {}),
        ...(withVars ? { vars: { a: 1 } } : {}),
      },
      unset,
    })),
  fc.constant({ op: 'replace_document' as const, definition: base() }),
);

describe('the inverse of an operation', () => {
  it('gives back the identical document, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(operations, { minLength: 1, maxLength: 15 }), (script) => {
        let current = base();
        const undo: FlowOperation[][] = [];
        const before: FlowDefinition[] = [];
        for (const operation of script) {
          const frozen = JSON.stringify(current);
          const applied = applyOperation(current, operation);
          expect(JSON.stringify(current)).toBe(frozen);
          if (!applied.ok) continue;
          before.push(current);
          undo.push(applied.inverse);
          current = applied.definition;
        }
        while (undo.length > 0) {
          for (const inverse of undo.pop() ?? []) {
            expect(flowOperationSchema.safeParse(inverse).success).toBe(true);
            current = apply(current, inverse);
          }
          expect(current).toStrictEqual(before.pop());
        }
      }),
      { numRuns: 400 },
    );
  });
});

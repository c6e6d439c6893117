import * as fc from 'fast-check';
import { flow, message, onButton, onNext, quickReply, start, tagContact, wait } from '../builders';
import type { FlowDefinition } from '../flow-definition';
import { createNode } from '../kinds/create-node';
import { applyOperation, applyOperations } from '../operations/apply-operation';
import type { FlowOperation } from '../operations/flow-operation';
import { parseFlowDefinition } from '../parse/parse-flow-definition';
import { mergeFlows } from './merge-flows';
import { resolveConflict } from './resolve-conflict';

const base = (): FlowDefinition => {
  const parsed = parseFlowDefinition(
    JSON.parse(
      JSON.stringify(
        flow(
          start({ id: 's' }),
          message('Hi', {
            id: 'm',
            buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
            to: [onButton('A', 'a'), onButton('B', 'b')],
          }),
          tagContact('a', { id: 'a' }),
          tagContact('b', { id: 'b', to: [onNext('w')] }),
          wait('1h', { id: 'w', end: true }),
        ),
      ),
    ),
  );
  if (!parsed.ok) throw new Error('no document');
  return parsed.definition;
};

function edit(...operations: FlowOperation[]): FlowDefinition {
  const applied = applyOperations(base(), operations);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.definition;
}
const nodeOf = (definition: FlowDefinition, nodeId: string) =>
  definition.nodes.find(({ id }) => id === nodeId);
const content = (text: string, mediaUrl: string | null = null) => ({
  text,
  mediaUrl,
  mediaType: null,
  buttons: [
    { type: 'quick_reply', text: 'A', payload: 'A' },
    { type: 'quick_reply', text: 'B', payload: 'B' },
  ],
});
const write = (text: string, mediaUrl: string | null = null): FlowOperation => ({
  op: 'update_node',
  nodeId: 'm',
  set: { content: content(text, mediaUrl) },
});
const move = (x: number): FlowOperation => ({
  op: 'move_nodes',
  moves: [{ nodeId: 'm', position: { x, y: 0 } }],
});

describe('mergeFlows', () => {
  it('takes from both what only one changed, down to a field and an edge', () => {
    const mine = edit(write('Mine'), {
      op: 'disconnect',
      nodeId: 'm',
      condition: { type: 'button_payload', value: 'A' },
    });
    const theirs = edit(write('Hi', 'https://x.test/a.png'), move(5), {
      op: 'connect',
      nodeId: 'm',
      targetNodeId: 'w',
      condition: { type: 'button_payload', value: 'B' },
    });
    const { definition, conflicts } = mergeFlows(base(), mine, theirs);
    expect(conflicts).toEqual([]);
    expect(nodeOf(definition, 'm')).toMatchObject({
      content: { text: 'Mine', mediaUrl: 'https://x.test/a.png' },
      position: { x: 5, y: 0 },
      connections: [{ targetNodeId: 'w', condition: { value: 'B' } }],
    });
  });

  it('tells where both changed the same, and holds theirs until it is resolved', () => {
    const { definition, conflicts } = mergeFlows(
      base(),
      edit(write('Mine'), move(1)),
      edit(write('Theirs'), move(2)),
    );
    expect(conflicts).toMatchObject([
      {
        nodeId: 'm',
        path: ['content', 'text'],
        base: 'Hi',
        mine: 'Mine',
        theirs: 'Theirs',
        reason: 'both_changed',
      },
      { nodeId: 'm', path: ['position'], mine: { x: 1 }, theirs: { x: 2 } },
    ]);
    expect(nodeOf(definition, 'm')).toMatchObject({ content: { text: 'Theirs' }, position: { x: 2 } });
    const resolved = conflicts.reduce((current, conflict) => {
      const applied = applyOperations(current, resolveConflict(current, conflict, 'mine'));
      return applied.ok ? applied.definition : current;
    }, definition);
    expect(nodeOf(resolved, 'm')).toMatchObject({ content: { text: 'Mine' }, position: { x: 1 } });
  });

  it('keeps what one deleted and the other changed or newly leads to', () => {
    const removed = edit({ op: 'remove_node', nodeId: 'm', heal: true });
    const changed = mergeFlows(base(), removed, edit(write('New')));
    expect(changed.conflicts).toMatchObject([
      { nodeId: 'm', path: [], reason: 'deleted_and_changed', mine: undefined },
    ]);
    expect(nodeOf(changed.definition, 'm')).toMatchObject({ content: { text: 'New' } });
    const [conflict] = changed.conflicts;
    const operations = conflict ? resolveConflict(changed.definition, conflict, 'mine') : [];
    expect(operations).toEqual([{ op: 'remove_node', nodeId: 'm', heal: true }]);

    const led = mergeFlows(
      base(),
      edit({ op: 'remove_node', nodeId: 'w' }),
      edit({ op: 'connect', nodeId: 'a', targetNodeId: 'w', condition: null }),
    );
    expect(led.conflicts).toMatchObject([{ nodeId: 'w', reason: 'deleted_and_changed' }]);
    expect(nodeOf(led.definition, 'a')?.connections).toMatchObject([{ targetNodeId: 'w' }]);
    expect(mergeFlows(base(), edit({ op: 'remove_node', nodeId: 'm' }), edit(move(9))).conflicts).toEqual([]);
  });

  it('tells of an edge both led elsewhere', () => {
    const lead = (targetNodeId: string) =>
      edit({ op: 'connect', nodeId: 'b', targetNodeId, condition: null });
    const { definition, conflicts } = mergeFlows(base(), lead('a'), lead('m'));
    expect(conflicts).toMatchObject([
      { nodeId: 'b', path: ['connections', 'next'], mine: { targetNodeId: 'a' } },
    ]);
    const [conflict] = conflicts;
    const applied = applyOperations(
      definition,
      conflict ? resolveConflict(definition, conflict, 'mine') : [],
    );
    expect(applied.ok && nodeOf(applied.definition, 'b')?.connections).toMatchObject([{ targetNodeId: 'a' }]);
  });

  it('joins the members of groups', () => {
    const group = (id: string, ...nodeIds: string[]): FlowOperation => ({
      op: 'put_group',
      group: { id, name: id, nodeIds },
    });
    const mine = edit(group('g', 'a', 'b'));
    const theirs = edit(group('g', 'a', 'w'), { op: 'remove_node', nodeId: 'b' });
    expect(mergeFlows(base(), mine, theirs).definition.groups).toMatchObject([
      { id: 'g', nodeIds: ['a', 'w'] },
    ]);
  });
});

const nodeIds = fc.constantFrom('s', 'm', 'a', 'b', 'w', 'x', 'y');
const condition = fc.constantFrom(
  null,
  { type: 'button_payload' as const, value: 'A' },
  { type: 'timeout' as const },
);
const newNode = fc.constantFrom('x', 'y').map((id) => createNode({ kind: 'tag_contact', id }));
const operation = fc.oneof<fc.Arbitrary<FlowOperation>[]>(
  fc.record({ op: fc.constant('add_node' as const), node: newNode, index: fc.nat(4) }),
  fc.record({ op: fc.constant('remove_node' as const), nodeId: nodeIds, heal: fc.boolean() }),
  fc.record({ op: fc.constant('connect' as const), nodeId: nodeIds, targetNodeId: nodeIds, condition }),
  fc.record({ op: fc.constant('disconnect' as const), nodeId: nodeIds, condition }),
  fc.record({ op: fc.constant('set_start' as const), nodeId: nodeIds }),
  fc.record({ op: fc.constant('insert_on_edge' as const), nodeId: nodeIds, condition, node: newNode }),
  fc.record({ op: fc.constant('move_to_edge' as const), nodeId: nodeIds, sourceId: nodeIds, condition }),
  fc.nat(3).map((x) => move(x)),
  fc.constantFrom('Hi', 'Ho', 'Hey').map((text) => write(text)),
  fc.constantFrom('t', 'u').map((tagName) => ({ op: 'update_node' as const, nodeId: 'a', set: { tagName } })),
  fc
    .uniqueArray(fc.constantFrom('a', 'b', 'w'), { maxLength: 3 })
    .map((members) => ({ op: 'put_group' as const, group: { id: 'g', name: 'g', nodeIds: members } })),
);
const edited = fc.array(operation, { maxLength: 8 }).map((script) =>
  script.reduce((current, next) => {
    const applied = applyOperation(current, next);
    return applied.ok ? applied.definition : current;
  }, base()),
);

/** Everything the document says, whatever the order of what has none. */
function toFacts(definition: FlowDefinition) {
  const { nodes, groups = [], ...rest } = definition;
  const facts = nodes.map(({ connections, ...fields }) => ({
    ...fields,
    connections: connections.map((edge) => JSON.stringify(edge)).toSorted(),
  }));
  const members = groups.map(({ nodeIds: ids, ...group }) => ({ ...group, nodeIds: ids.toSorted() }));
  return { ...rest, nodes: facts.toSorted((a, b) => a.id.localeCompare(b.id)), groups: members };
}

function findLostReferences({ nodes, startNodeId, groups = [] }: FlowDefinition): string[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const named = [
    startNodeId,
    ...nodes.flatMap(({ connections }) => connections.map((edge) => edge.targetNodeId)),
    ...groups.flatMap((group) => group.nodeIds),
  ];
  return named.filter((id) => !ids.has(id));
}

describe('merging', () => {
  it('with an unchanged side gives the other side', () => {
    fc.assert(
      fc.property(edited, (changed) => {
        for (const merged of [mergeFlows(base(), changed, base()), mergeFlows(base(), base(), changed)]) {
          expect(merged.conflicts).toEqual([]);
          expect(merged.definition).toEqual(changed);
        }
        expect(mergeFlows(base(), changed, changed)).toEqual({ definition: changed, conflicts: [] });
      }),
      { numRuns: 120 },
    );
  });

  it('never leads anywhere that is not there, and can always be resolved', () => {
    fc.assert(
      fc.property(edited, edited, fc.constantFrom('base' as const, 'mine' as const), (mine, theirs, side) => {
        const { definition, conflicts } = mergeFlows(base(), mine, theirs);
        expect(findLostReferences(definition)).toEqual([]);
        expect(new Set(definition.nodes.map(({ id }) => id)).size).toBe(definition.nodes.length);
        let current = definition;
        for (const conflict of conflicts) {
          const applied = applyOperations(current, resolveConflict(current, conflict, side));
          if (applied.ok) current = applied.definition;
          else expect(['node_not_found', 'start_is_needed']).toContain(applied.problem.code);
        }
        expect(findLostReferences(current)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('is the same from both sides but for what is in conflict', () => {
    fc.assert(
      fc.property(edited, edited, (mine, theirs) => {
        const there = mergeFlows(base(), mine, theirs);
        const back = mergeFlows(base(), theirs, mine);
        const places = (conflicts: typeof there.conflicts) =>
          conflicts.map(({ nodeId, path }) => `${nodeId ?? ''}/${path.join('/')}`).toSorted();
        expect(places(there.conflicts)).toEqual(places(back.conflicts));
        if (there.conflicts.length === 0 && !hasGroupQuarrel(mine, theirs)) {
          expect(toFacts(there.definition)).toEqual(toFacts(back.definition));
        }
      }),
      { numRuns: 120 },
    );
  });
});

/** A node put into different groups cannot be in both. */
function hasGroupQuarrel(mine: FlowDefinition, theirs: FlowDefinition): boolean {
  return JSON.stringify(mine.groups ?? []) !== JSON.stringify(theirs.groups ?? []);
}

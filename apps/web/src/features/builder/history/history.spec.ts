import { flow, message, start, type FlowDefinition, type FlowOperation } from '@instaflow/flow-model';
import fc from 'fast-check';
import { createBuilderStore } from '../state/builder-store';
import { coalesceWindowMs, historyLimit } from './history';

const openStore = (definition: FlowDefinition) => {
  const clock = { nowMs: 0 };
  const edited: FlowOperation[][] = [];
  const store = createBuilderStore({
    definition,
    automaticPositions: {},
    isReadOnly: false,
    revision: 1,
    view: 'canvas',
    ports: { nowMs: () => clock.nowMs, onEdited: (operations) => edited.push(operations) },
  });
  return { store, clock, edited };
};
const text = (value: string): FlowOperation => ({
  op: 'update_node',
  nodeId: 'm',
  set: { content: { text: value, buttons: [] } },
});
const small = () => flow(start({ id: 's' }), message('', { id: 'm' }));
const label = { key: 'changeStep', values: { name: 'm' } } as const;

/** A random edit of a document, some of which the document will refuse. */
const edits = fc.record({
  kind: fc.constantFrom(
    ...(['move', 'rename', 'connect', 'disconnect', 'remove', 'add', 'text', 'start'] as const),
  ),
  a: fc.nat(40),
  b: fc.nat(40),
  word: fc.string({ maxLength: 8 }),
});
type RandomEdit = typeof edits extends fc.Arbitrary<infer Edit> ? Edit : never;

type Spot = RandomEdit & { nodeId: string; targetNodeId: string; serial: number };

const operationsByKind: Record<RandomEdit['kind'], (spot: Spot) => FlowOperation> = {
  move: ({ nodeId, a, b }) => ({ op: 'move_nodes', moves: [{ nodeId, position: { x: a, y: b } }] }),
  rename: ({ nodeId, word }) => ({ op: 'update_node', nodeId, set: { name: word } }),
  text: ({ nodeId, word, a }) => ({
    op: 'update_node',
    nodeId,
    set: { note: word },
    unset: a % 2 ? ['later'] : [],
  }),
  connect: ({ nodeId, targetNodeId, a, word }) => ({
    op: 'connect',
    nodeId,
    targetNodeId,
    condition: a % 3 ? null : { type: 'keyword', value: word },
  }),
  disconnect: ({ nodeId }) => ({ op: 'disconnect', nodeId, condition: null }),
  remove: ({ nodeId, a }) => ({ op: 'remove_node', nodeId, heal: a % 2 === 0 }),
  start: ({ nodeId }) => ({ op: 'set_start', nodeId }),
  add: ({ word, a, b, serial }) => ({
    op: 'add_node',
    node: {
      id: `new_${String(serial)}`,
      type: 'message',
      name: word,
      connections: [],
      position: { x: a, y: b },
    },
  }),
};

function toOperation(edit: RandomEdit, { nodes }: FlowDefinition, serial: number): FlowOperation {
  const nodeId = nodes[edit.a % nodes.length]?.id ?? '';
  const targetNodeId = nodes[edit.b % nodes.length]?.id ?? '';
  return operationsByKind[edit.kind]({ ...edit, nodeId, targetNodeId, serial });
}

describe('history', () => {
  it('gives back the identical document after 200 random edits and as many undos, and forth again by redo', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 200, maxLength: 200 }), (list) => {
        const { store, clock } = openStore(small());
        const before = JSON.stringify(store.getState().definition);
        list.forEach((edit, serial) => {
          clock.nowMs += 1_000;
          store
            .getState()
            .commit({ label, operations: [toOperation(edit, store.getState().definition, serial)] });
        });
        const after = JSON.stringify(store.getState().definition);
        const count = store.getState().history.past.length;
        for (let step = 0; step < count; step += 1) store.getState().undo();
        expect(JSON.stringify(store.getState().definition)).toBe(before);
        for (let step = 0; step < count; step += 1) store.getState().redo();
        expect(JSON.stringify(store.getState().definition)).toBe(after);
      }),
      { numRuns: 15 },
    );
  });

  it('takes what is typed into one field within 800 ms as one step, and a pause as the next', () => {
    const { store, clock } = openStore(small());
    const type = (value: string, afterMs: number) => {
      clock.nowMs += afterMs;
      store.getState().commit({ label, operations: [text(value)], coalesceKey: 'm/text' });
    };
    type('H', 0);
    type('He', 100);
    type('Hey', coalesceWindowMs);
    type('Hey you', coalesceWindowMs + 1);
    expect(store.getState().history.past).toHaveLength(2);
    expect(store.getState().history.past[0]?.operations).toHaveLength(1);
    store.getState().undo();
    expect(store.getState().definition.nodes[1]).toMatchObject({ content: { text: 'Hey' } });
    store.getState().undo();
    expect(store.getState().definition).toEqual(small());
  });

  it('does not join typing in two fields, nor typing after an undo', () => {
    const { store } = openStore(small());
    store.getState().commit({ label, operations: [text('a')], coalesceKey: 'm/text' });
    store.getState().commit({ label, operations: [text('b')], coalesceKey: 'm/other' });
    expect(store.getState().history.past).toHaveLength(2);
    store.getState().undo();
    store.getState().redo();
    store.getState().commit({ label, operations: [text('c')], coalesceKey: 'm/other' });
    expect(store.getState().history.past).toHaveLength(3);
  });

  it('forgets what was undone once something new is done', () => {
    const { store } = openStore(small());
    store.getState().commit({ label, operations: [text('a')] });
    store.getState().undo();
    store.getState().commit({ label, operations: [text('b')] });
    store.getState().redo();
    expect(store.getState().definition.nodes[1]).toMatchObject({ content: { text: 'b' } });
  });

  it('keeps the last 200 steps', () => {
    const { store } = openStore(small());
    for (let index = 0; index < historyLimit + 20; index += 1) {
      store.getState().commit({ label, operations: [text(String(index))] });
    }
    expect(store.getState().history.past).toHaveLength(historyLimit);
  });

  it('refuses an edit as a whole and says why', () => {
    const { store, edited } = openStore(small());
    const isDone = store.getState().commit({
      label,
      operations: [text('half'), { op: 'remove_node', nodeId: 'nobody' }],
    });
    expect(isDone).toBe(false);
    expect(store.getState().definition).toEqual(small());
    expect(store.getState().refusal).not.toBeNull();
    expect(edited).toEqual([]);
  });

  it('writes automatic places into the document with the first edit, and takes them back with its undo', () => {
    const { store } = openStore(small());
    const unplaced = { ...small() };
    store.getState().replaceDefinition(unplaced, { s: { x: 1, y: 2 }, m: { x: 3, y: 4 } });
    expect(store.getState().definition.nodes[0]?.position).toBeUndefined();
    store.getState().commit({ label, operations: [text('a')] });
    expect(store.getState().definition.nodes.map(({ position }) => position)).toEqual([
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]);
    store.getState().undo();
    expect(store.getState().definition).toEqual(unplaced);
  });

  it('changes nothing for people who may only look', () => {
    const { store } = openStore(small());
    store.setState({ isReadOnly: true });
    expect(store.getState().commit({ label, operations: [text('a')] })).toBe(false);
    expect(store.getState().definition).toEqual(small());
  });
});

import {
  applyOperations,
  flow,
  message,
  start,
  tagContact,
  type FlowDefinition,
  type FlowOperation,
} from '@instaflow/flow-model';
import { createBuilderStore } from '../state/builder-store';
import { createDraftMerger } from './draft-merger';

const base = flow(
  start({ id: 's' }),
  message('Hi', { id: 'm', name: 'Hi' }),
  tagContact('a', { id: 't', name: 'Tag', end: true }),
);
const write = (id: string, text: string): FlowOperation => ({
  op: 'update_node',
  nodeId: id,
  set: { content: { text } },
});
const nameIt = (nodeId: string, name: string): FlowOperation => ({
  op: 'update_node',
  nodeId,
  set: { name },
});
const edited = (...operations: FlowOperation[]): FlowDefinition => {
  const applied = applyOperations(base, operations);
  if (!applied.ok) throw new Error(applied.problem.message);
  return applied.definition;
};

const open = () => {
  const store = createBuilderStore({
    definition: base,
    automaticPositions: {},
    isReadOnly: false,
    revision: 1,
    view: 'canvas',
    ports: { nowMs: () => 0, onEdited: () => undefined },
  });
  const merger = createDraftMerger(store);
  const edit = (...operations: FlowOperation[]) =>
    store.getState().commit({ label: { key: 'changeStep' }, operations });
  const stale = (definition: FlowDefinition, revision = 2) =>
    merger.receive(
      { ok: false, reason: 'stale', theirs: { definition, revision } },
      store.getState().definition,
    );
  const node = (id: string) => store.getState().definition.nodes.find((candidate) => candidate.id === id);
  return { store, merger, edit, stale, node };
};

describe('a save that somebody else was faster with', () => {
  it('takes their steps in and keeps mine when they are different ones, and can still be undone', async () => {
    const { store, edit, stale, node } = open();
    edit(write('m', 'Mine'));
    const outcome = await stale(edited(nameIt('t', 'Theirs')));
    expect(outcome).toEqual({ ok: false, reason: 'merged', revision: 2 });
    expect(node('m')).toMatchObject({ content: { text: 'Mine' } });
    expect(node('t')).toMatchObject({ name: 'Theirs' });
    expect(store.getState().takenIn).toEqual({ count: 1 });
    store.getState().undo();
    expect(node('m')).toMatchObject({ content: { text: 'Hi' } });
    expect(node('t')).toMatchObject({ name: 'Theirs' });
  });

  it('merges different fields of one step', async () => {
    const { edit, stale, node } = open();
    edit(write('m', 'Mine'));
    expect(await stale(edited(nameIt('m', 'Theirs')))).toMatchObject({ reason: 'merged' });
    expect(node('m')).toMatchObject({ name: 'Theirs', content: { text: 'Mine' } });
  });

  it('asks when both changed the same field, and changes nothing until somebody chose', async () => {
    const { store, merger, edit, stale, node } = open();
    edit(write('m', 'Mine'));
    expect(await stale(edited(write('m', 'Theirs')))).toMatchObject({ reason: 'stale' });
    expect(node('m')).toMatchObject({ content: { text: 'Mine' } });
    expect(merger.listConflicts()).toMatchObject([
      { nodeId: 'm', path: ['content', 'text'], mine: 'Mine', theirs: 'Theirs' },
    ]);
    expect(merger.settle(['mine'])).toBe(2);
    expect(node('m')).toMatchObject({ content: { text: 'Mine' } });
    expect(store.getState().theirDraft).toBeNull();
    expect(merger.settle(['mine'])).toBeNull();
  });

  it('gives back what was decided against: mine with one undo, theirs with the next', async () => {
    const { store, merger, edit, stale, node } = open();
    edit(write('m', 'Mine'));
    await stale(edited(write('m', 'Theirs')));
    merger.settle(['theirs']);
    const text = () => node('m')?.['content'];
    expect(text()).toEqual({ text: 'Theirs' });
    store.getState().undo();
    expect(text()).toEqual({ text: 'Mine' });
    store.getState().undo();
    expect(text()).toEqual({ text: 'Theirs' });
  });

  it('asks nobody where a card lies: mine stays', async () => {
    const { store, merger, stale, node } = open();
    const move = (x: number): FlowOperation => ({
      op: 'move_nodes',
      moves: [{ nodeId: 'm', position: { x, y: 0 } }],
    });
    store.getState().commit({ label: { key: 'moveStep' }, operations: [move(16)] });
    expect(await stale(edited(move(320)))).toMatchObject({ reason: 'merged' });
    expect(node('m')?.position).toEqual({ x: 16, y: 0 });
    expect(merger.listConflicts()).toBeNull();
  });

  it('keeps a step that I deleted and they changed until I chose', async () => {
    const { merger, edit, stale, node } = open();
    edit({ op: 'remove_node', nodeId: 't', heal: true });
    await stale(edited(nameIt('t', 'Theirs')));
    expect(merger.listConflicts()).toMatchObject([{ nodeId: 't', reason: 'deleted_and_changed' }]);
    merger.settle(['theirs']);
    expect(node('t')).toMatchObject({ name: 'Theirs' });
  });

  it('merges the next time with what it took in before', async () => {
    const { edit, stale, node } = open();
    edit(write('m', 'Mine'));
    const second = edited(nameIt('t', 'Once'));
    await stale(second);
    edit(nameIt('m', 'Mine too'));
    expect(
      await stale(
        { ...second, nodes: second.nodes.map((n) => (n.id === 't' ? { ...n, name: 'Twice' } : n)) },
        3,
      ),
    ).toMatchObject({ reason: 'merged', revision: 3 });
    expect(node('t')?.name).toBe('Twice');
    expect(node('m')?.name).toBe('Mine too');
  });

  it('knows its own save again whose answer was lost, and asks nothing though the same text was typed on', async () => {
    const { merger, store, edit, stale, node } = open();
    edit(write('m', 'Mi'));
    await merger.receive({ ok: false, reason: 'unreachable' }, store.getState().definition);
    edit(write('m', 'Mine'));
    expect(await stale(edited(write('m', 'Mi')))).toMatchObject({ reason: 'merged', revision: 2 });
    expect(node('m')).toMatchObject({ content: { text: 'Mine' } });
    expect(store.getState().takenIn).toEqual({ count: 0 });
  });

  it('is done when its own save turns out to have arrived whole', async () => {
    const { edit, stale, store } = open();
    edit(write('m', 'Mine'));
    expect(await stale(edited(write('m', 'Mine')))).toEqual({ ok: true, revision: 2 });
    expect(store.getState().takenIn).toEqual({ count: 0 });
  });

  it('knows it also under what somebody else saved on top, and the newest of several', async () => {
    const { merger, store, edit, stale, node } = open();
    for (const text of ['M', 'Mi', 'Min']) {
      edit(write('m', text));
      await merger.receive({ ok: false, reason: 'unreachable' }, store.getState().definition);
    }
    edit(write('m', 'Mine'));
    expect(await stale(edited(write('m', 'Min'), nameIt('t', 'Theirs')))).toMatchObject({ reason: 'merged' });
    expect(node('m')).toMatchObject({ content: { text: 'Mine' } });
    expect(node('t')).toMatchObject({ name: 'Theirs' });
    expect(store.getState().takenIn).toEqual({ count: 1 });
  });

  it('never takes a save that did not arrive for one that somebody undid', async () => {
    const { merger, store, edit, stale, node } = open();
    edit(write('m', 'Mine'));
    await merger.receive({ ok: false, reason: 'unreachable' }, store.getState().definition);
    expect(await stale(edited(nameIt('t', 'Theirs')))).toMatchObject({ reason: 'merged' });
    expect(node('m')).toMatchObject({ content: { text: 'Mine' } });
  });

  it('says why the server refused, until it takes a save', async () => {
    const { store, merger } = open();
    await merger.receive({ ok: false, reason: 'refused', message: 'All steps would be lost.' }, base);
    expect(store.getState().saveRefusal).toBe('All steps would be lost.');
    await merger.receive({ ok: true, revision: 2 }, base);
    expect(store.getState().saveRefusal).toBeNull();
  });
});

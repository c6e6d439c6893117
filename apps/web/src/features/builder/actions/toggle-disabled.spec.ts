import { flow, message, note, start, tagContact } from '@instaflow/flow-model';
import { createBuilderStore } from '../state/builder-store';
import { toggleDisabled } from './toggle-disabled';

const open = ({ isReadOnly = false } = {}) =>
  createBuilderStore({
    definition: flow(
      start({ id: 's' }),
      message('Hi', { id: 'm', name: 'Hello' }),
      tagContact('t', { id: 't', name: 'Tag', end: true }),
      note('x'),
    ),
    automaticPositions: {},
    isReadOnly,
    revision: 1,
    view: 'canvas',
    ports: { nowMs: () => 0, onEdited: () => undefined },
  });
const offIds = (store: ReturnType<typeof open>) =>
  store.getState().definition.nodes.flatMap(({ id, isDisabled }) => (isDisabled ? [id] : []));

describe('toggleDisabled', () => {
  it('switches a step off and on again, each as one named entry that can be undone', () => {
    const store = open();
    expect(toggleDisabled(store, new Set(['m']))).toBe(true);
    expect([offIds(store), store.getState().history.past.at(-1)?.label]).toEqual([
      ['m'],
      { key: 'disableStep', values: { name: 'Hello' } },
    ]);
    toggleDisabled(store, new Set(['m']));
    expect([offIds(store), store.getState().history.past.at(-1)?.label.key]).toEqual([[], 'enableStep']);
    store.getState().undo();
    expect(offIds(store)).toEqual(['m']);
  });

  it('switches several off at once, leaving out those that cannot be and those that are', () => {
    const store = open();
    toggleDisabled(store, new Set(['m']));
    toggleDisabled(store, new Set(['s', 'm', 't', 'node_4']));
    expect([offIds(store), store.getState().history.past.at(-1)?.label]).toEqual([
      ['m', 't'],
      { key: 'disableStep', values: { name: 'Tag' } },
    ]);
    toggleDisabled(store, new Set(['m', 't']));
    expect([offIds(store), store.getState().history.past.at(-1)?.label]).toEqual([
      [],
      { key: 'enableSteps', values: { count: 2 } },
    ]);
    store.getState().undo();
    expect(offIds(store)).toEqual(['m', 't']);
  });

  it('does nothing with a start, a note, or nothing, nor for who may only look', () => {
    const store = open();
    expect(toggleDisabled(store, new Set(['s', 'node_4']))).toBe(false);
    expect(toggleDisabled(store, new Set())).toBe(false);
    expect(toggleDisabled(open({ isReadOnly: true }), new Set(['m']))).toBe(false);
    expect(store.getState().history.past).toEqual([]);
  });
});

import {
  flow,
  humanTakeover,
  message,
  onButton,
  quickReply,
  start,
  tagContact,
  wait,
} from '@instaflow/flow-model';
import { createBuilderStore } from '../state/builder-store';
import { addStep, findWiringAfterSelection } from './add-step';
import { connectSteps, findTarget } from './connect-steps';
import { copySelection, duplicateSelection, pasteText } from './copy-steps';
import { deleteEdge, deleteSteps } from './delete-selection';
import { moveSteps } from './move-steps';
import { putOnEdge } from './put-on-edge';
import { canSplice } from './splice-step';

const open = () => {
  const definition = flow(
    start({ id: 's' }),
    message('Hi', { id: 'm', name: 'Hi', buttons: [quickReply('A', 'A')], to: [onButton('A', 'w')] }),
    wait('1h', { id: 'w' }),
    tagContact('t', { id: 't', end: true }),
    tagContact('free', { id: 'free', end: true }),
  );
  return createBuilderStore({
    definition,
    automaticPositions: {},
    isReadOnly: false,
    revision: 1,
    view: 'canvas',
    ports: { nowMs: () => 0, onEdited: () => undefined },
  });
};
const names = (store: ReturnType<typeof open>) => store.getState().definition.nodes.map(({ name }) => name);

describe('actions of the builder', () => {
  it('wires a step that is added after the selected one to its first free output', () => {
    const store = open();
    store.getState().selectNodes(['m']);
    expect(findWiringAfterSelection(store)).toEqual({ kind: 'outlet', nodeId: 'm', condition: null });
    const id = addStep(store, {
      kind: 'message',
      name: 'Hi',
      wiring: findWiringAfterSelection(store),
      position: null,
    });
    expect(findTarget(store.getState().definition, 'm', null)).toBe(id);
    expect(names(store).at(-1)).toBe('Hi 2');
    expect(store.getState()).toMatchObject({ isPanelOpen: true, focusFieldPath: '' });
  });

  it('puts a step onto a connection and leads it on', () => {
    const store = open();
    const wiring = { kind: 'edge', nodeId: 'w', condition: null } as const;
    const id = addStep(store, { kind: 'message', name: 'New', wiring, position: null }) ?? '';
    const { definition } = store.getState();
    expect([findTarget(definition, 'w', null), findTarget(definition, id, null)]).toEqual([id, 't']);
  });

  it('leads a condition put onto a connection on by its first way out, and takes it all back with one undo', () => {
    const store = open();
    const before = store.getState().definition;
    const wiring = { kind: 'edge', nodeId: 'w', condition: null } as const;
    const id = addStep(store, { kind: 'condition', name: 'If', wiring, position: null }) ?? '';
    expect(findTarget(store.getState().definition, id, { type: 'branch', value: 'true' })).toBe('t');
    store.getState().undo();
    expect(store.getState().definition).toEqual(before);
  });

  it('joins the neighbours of a deleted step and moves the focus to the step before it', () => {
    const store = open();
    deleteSteps(store, ['w']);
    expect(findTarget(store.getState().definition, 'm', { type: 'button_payload', value: 'A' })).toBe('t');
    expect(store.getState().focusNodeId).toBe('m');
  });

  it('never deletes the start', () => {
    const store = open();
    deleteSteps(store, ['s']);
    expect(names(store)).toHaveLength(5);
  });

  it('deletes a connection by the id of its edge, also when a payload has a bar in it', () => {
    const store = open();
    connectSteps(store, { nodeId: 'm', condition: { type: 'keyword', value: 'a|b' }, targetNodeId: 't' });
    deleteEdge(store, 'm|keyword:contains_word:a|b');
    expect(store.getState().definition.nodes[1]?.connections).toHaveLength(1);
  });

  it('pastes copies with new ids whose connections among themselves stay', () => {
    const store = open();
    store.getState().selectNodes(['s', 'w', 't']);
    const text = copySelection(store) ?? '';
    expect(pasteText(store, text, { x: 100, y: 100 })).toBe(true);
    const { definition, selectedNodeIds } = store.getState();
    const copies = definition.nodes.filter(({ id }) => selectedNodeIds.has(id));
    expect(copies.map(({ type }) => type)).toEqual(['wait', 'tag_contact']);
    expect(copies[0]?.connections).toEqual([{ targetNodeId: copies[1]?.id, condition: null }]);
  });

  it('pastes nothing from a foreign or broken text', () => {
    const store = open();
    for (const text of ['hello', '{"kind":"other"}', '{"kind":"instaflow/nodes","nodes":[{"id":1}]}', '[]']) {
      expect(pasteText(store, text, { x: 0, y: 0 })).toBe(false);
    }
    expect(names(store)).toHaveLength(5);
  });

  it('duplicates the selected steps beside themselves', () => {
    const store = open();
    store.getState().selectNodes(['t']);
    duplicateSelection(store);
    expect(names(store)).toHaveLength(6);
  });

  it('puts a loose step onto the edge it is dropped on, as one edit', () => {
    const store = open();
    expect([
      canSplice(store.getState().definition, 'free'),
      canSplice(store.getState().definition, 's'),
    ]).toEqual([true, false]);
    moveSteps(store, { positions: { free: { x: 5, y: 5 } }, spliceEdgeId: 'w|next' });
    const { definition, history } = store.getState();
    expect([findTarget(definition, 'w', null), findTarget(definition, 'free', null)]).toEqual(['free', 't']);
    expect(history.past).toHaveLength(1);
  });

  it('takes a connected step out of its place, joins what it stood between, and puts it onto the edge, as one edit', () => {
    const store = open();
    const before = store.getState().definition;
    const button = { type: 'button_payload', value: 'A' } as const;
    moveSteps(store, { positions: { w: { x: 5, y: 5 } }, spliceEdgeId: 's|next' });
    const { definition, history } = store.getState();
    const ends = [findTarget(definition, 's', null), findTarget(definition, 'w', null)];
    expect([...ends, findTarget(definition, 'm', button)]).toEqual(['w', 'm', 't']);
    expect(history.past).toHaveLength(1);
    store.getState().undo();
    expect(store.getState().definition).toEqual(before);
  });

  it('does the same without a pointer, beside the step the edge comes from', () => {
    const store = open();
    putOnEdge(store, 'w', 's|next');
    const { definition, history, focusNodeId } = store.getState();
    expect(findTarget(definition, 's', null)).toBe('w');
    expect(definition.nodes.find(({ id }) => id === 'w')?.position?.x).toBeGreaterThan(0);
    expect([history.past.length, focusNodeId]).toEqual([1, 'w']);
  });

  it('leaves a connected step where it leads when it is dropped on an edge of its own', () => {
    const store = open();
    moveSteps(store, { positions: { w: { x: 5, y: 5 } }, spliceEdgeId: 'w|next' });
    expect(findTarget(store.getState().definition, 'w', null)).toBe('t');
  });

  it('leaves a step without a way out at the end when it is put onto an edge', () => {
    const store = open();
    const definition = flow(
      start({ id: 's' }),
      wait('1h', { id: 'w' }),
      tagContact('t', { id: 't', end: true }),
      humanTakeover('x', { id: 'h' }),
    );
    store.getState().replaceDefinition(definition, {});
    moveSteps(store, { positions: { h: { x: 1, y: 1 } }, spliceEdgeId: 'w|next' });
    expect(findTarget(store.getState().definition, 'w', null)).toBe('h');
  });
});

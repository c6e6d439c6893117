import { createNode, flow, message, onButton, quickReply, start, tagContact } from '@instaflow/flow-model';
import { createBuilderStore } from '../state/builder-store';
import { addMessage } from './add-message';
import { applyFix } from './apply-fix';
import { findTarget } from './connect-steps';
import { goToNextIssue } from './go-to-next-issue';
import { listOrderedWays, reorderWay } from './reorder-ways';

const open = () =>
  createBuilderStore({
    definition: flow(
      start({ id: 's' }),
      message('Hi', {
        id: 'm',
        buttons: [
          quickReply('A', 'A'),
          { type: 'web_url', text: 'Shop', url: 'https://example.com' },
          quickReply('B', 'B'),
        ],
        to: [onButton('A', 't')],
      }),
      tagContact('t', { id: 't', end: true }),
    ),
    automaticPositions: {},
    isReadOnly: false,
    revision: 1,
    view: 'canvas',
    ports: { nowMs: () => 0, onEdited: () => undefined },
  });
const nodeOf = (store: ReturnType<typeof open>, id: string) => {
  const node = store.getState().definition.nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`no ${id}`);
  return node;
};

describe('the order of the ways out of a step', () => {
  it('is that of its answers; links keep their place and connections stay with their answers', () => {
    const store = open();
    const ways = () => listOrderedWays(nodeOf(store, 'm'));
    expect(ways()).toEqual(['button_payload:A', 'button_payload:B']);
    expect(reorderWay(store, nodeOf(store, 'm'), { outletId: 'button_payload:B', by: -1 })).toBe(true);
    expect(ways()).toEqual(['button_payload:B', 'button_payload:A']);
    const { definition } = store.getState();
    expect(findTarget(definition, 'm', { type: 'button_payload', value: 'A' })).toBe('t');
  });

  it('ends at its ends, and fixed ways have none', () => {
    const store = open();
    const node = nodeOf(store, 'm');
    expect(reorderWay(store, node, { outletId: 'button_payload:A', by: -1 })).toBe(false);
    expect(reorderWay(store, node, { outletId: 'next', by: 1 })).toBe(false);
    expect(listOrderedWays(nodeOf(store, 't'))).toEqual([]);
  });

  it('is that of the branches of a randomizer', () => {
    const node = {
      ...createNode({ kind: 'randomizer', id: 'r' }),
      branches: [
        { id: 'a', weight: 50 },
        { id: 'b', weight: 50 },
      ],
    };
    expect(listOrderedWays(node)).toEqual(['branch:a', 'branch:b']);
  });
});

describe('going from issue to issue', () => {
  it('opens the next faulty step at its field, in flow order and round again', () => {
    const store = open();
    const { setProblems, definition } = store.getState();
    const problem = { severity: 'error', code: 'x', message: 'x' } as const;
    setProblems(
      [
        { ...problem, nodeId: 't', path: 'tagName' },
        { ...problem, nodeId: 's', path: '' },
        { ...problem, nodeId: null, path: '' },
      ],
      definition,
    );
    expect(goToNextIssue(store)).toBe(true);
    expect([...store.getState().selectedNodeIds]).toEqual(['s']);
    goToNextIssue(store);
    expect(store.getState()).toMatchObject({ focusFieldPath: 'tagName', isPanelOpen: true });
    goToNextIssue(store);
    expect([...store.getState().selectedNodeIds]).toEqual(['s']);
    setProblems([], definition);
    expect(goToNextIssue(store)).toBe(false);
  });

  it('repairs only the document the problems were found in', () => {
    const store = open();
    const fix = {
      key: 'x',
      label: 'Rename it',
      operations: [{ op: 'update_node' as const, nodeId: 't', set: { name: 'Fixed' } }],
    };
    expect(applyFix(store, fix)).toBe(false);
    store.getState().setProblems([], store.getState().definition);
    expect(applyFix(store, fix)).toBe(true);
    expect(nodeOf(store, 't').name).toBe('Fixed');
    expect(store.getState().history.past.at(-1)?.label).toEqual({
      key: 'applyFix',
      values: { what: 'Rename it' },
    });
    expect(applyFix(store, fix)).toBe(false);
  });
});

describe('a message from what was pasted', () => {
  it('lies on no other step and is opened', () => {
    const store = open();
    const add = () => addMessage(store, { content: { text: 'Hello' }, name: 'Message', at: { x: 3, y: 5 } });
    expect([add(), add()]).toEqual([true, true]);
    const [first, second] = store.getState().definition.nodes.slice(-2);
    expect(first).toMatchObject({ name: 'Message', content: { text: 'Hello' } });
    expect(second?.position?.y).toBeGreaterThan(first?.position?.y ?? 0);
    expect([...store.getState().selectedNodeIds]).toEqual([second?.id]);
  });
});

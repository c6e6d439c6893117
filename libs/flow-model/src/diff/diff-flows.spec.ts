import { flow, message, note, onButton, onNext, quickReply, start, tagContact, wait } from '../builders';
import type { FlowDefinition } from '../flow-definition';
import { applyOperations } from '../operations/apply-operation';
import type { FlowOperation } from '../operations/flow-operation';
import { diffFlows, isSameBehaviour } from './diff-flows';
import { explainImpact } from './explain-impact';

const base = (): FlowDefinition =>
  flow(
    start({ id: 's' }),
    message('Hi', {
      id: 'm',
      name: 'Menu',
      buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
      to: [onButton('A', 'a'), onButton('B', 'b')],
    }),
    tagContact('a', { id: 'a', name: 'Tag A', to: [onNext('w')] }),
    tagContact('b', { id: 'b', name: 'Tag B', end: true }),
    wait('1h', { id: 'w', name: 'Wait', to: [onNext('b')] }),
  );

function edit(...operations: FlowOperation[]): FlowDefinition {
  const applied = applyOperations(base(), operations);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.definition;
}

describe('diffFlows', () => {
  it('finds nothing between equals', () => {
    const diff = diffFlows(base(), base());
    expect(diff).toEqual({ added: [], removed: [], changed: [], moved: [], start: null, document: [] });
    expect(isSameBehaviour(diff)).toBe(true);
  });

  it('lists what came, what went and what was only moved', () => {
    const [remark] = flow(note('x')).nodes;
    if (!remark) throw new Error('no note');
    const after = edit(
      { op: 'remove_node', nodeId: 'w' },
      { op: 'add_node', node: { ...remark, id: 'n' } },
      { op: 'move_nodes', moves: [{ nodeId: 'b', position: { x: 1, y: 1 } }] },
    );
    const diff = diffFlows(base(), after);
    expect(diff.added).toEqual([{ nodeId: 'n', name: 'note', type: 'note' }]);
    expect(diff.removed).toEqual([{ nodeId: 'w', name: 'Wait', type: 'wait' }]);
    expect(diff.moved).toEqual([{ nodeId: 'b', name: 'Tag B', type: 'tag_contact' }]);
    expect(diff.changed.map(({ nodeId, words }) => [nodeId, words])).toEqual([
      ['a', [{ key: 'disconnected', values: { outlet: 'Next', target: 'Wait' } }]],
    ]);
    expect(isSameBehaviour(diff)).toBe(false);
  });

  it('has words for texts, names, buttons and connections', () => {
    const buttons = [
      { type: 'quick_reply', text: 'First', payload: 'A' },
      { type: 'quick_reply', text: 'C', payload: 'C' },
    ];
    const after = edit(
      { op: 'update_node', nodeId: 'm', set: { name: 'Start menu', content: { text: 'Hello', buttons } } },
      { op: 'connect', nodeId: 'm', targetNodeId: 'w', condition: { type: 'button_payload', value: 'A' } },
      { op: 'update_node', nodeId: 'w', set: { durationSeconds: 60 } },
    );
    const [menu, waiting] = diffFlows(base(), after).changed;
    expect(menu?.words).toEqual([
      { key: 'renamed', values: { before: 'Menu', after: 'Start menu' } },
      { key: 'textChanged', values: { field: 'content.text', before: 'Hi', after: 'Hello' } },
      { key: 'buttonChanged', values: { before: 'A', after: 'First' } },
      { key: 'buttonAdded', values: { button: 'C' } },
      { key: 'buttonRemoved', values: { button: 'B' } },
      { key: 'reconnected', values: { outlet: 'First', before: 'Tag A', after: 'Wait' } },
      { key: 'connected', values: { outlet: 'C', target: 'Tag B' } },
      { key: 'disconnected', values: { outlet: 'B', target: 'Tag B' } },
    ]);
    expect(waiting?.fields).toEqual([{ path: ['durationSeconds'], before: 3600, after: 60 }]);
    expect(waiting?.words).toEqual([{ key: 'fieldChanged', values: { field: 'durationSeconds' } }]);
  });
});

describe('explainImpact', () => {
  it('says who stays, who moves where, and whose walk ends', () => {
    const after = edit(
      { op: 'remove_node', nodeId: 'w', heal: true },
      { op: 'remove_node', nodeId: 'a', heal: true },
    );
    const standing = [
      { nodeId: 'w', count: 3 },
      { nodeId: 'm', count: 5 },
      { nodeId: 'gone', count: 1 },
      { nodeId: 'b', count: 0 },
    ];
    expect(explainImpact(base(), after, standing)).toMatchObject([
      { nodeId: 'm', count: 5, outcome: 'stays', lostOutlets: [] },
      { nodeId: 'w', nodeName: 'Wait', outcome: 'moves', target: { nodeId: 'b', name: 'Tag B' } },
      { nodeId: 'gone', outcome: 'ends', target: null },
    ]);
  });

  it('names buttons people still see that lead nowhere any more', () => {
    const after = edit({ op: 'disconnect', nodeId: 'm', condition: { type: 'button_payload', value: 'B' } });
    expect(explainImpact(base(), after, [{ nodeId: 'm', count: 1 }])[0]?.lostOutlets).toEqual(['B']);
  });
});

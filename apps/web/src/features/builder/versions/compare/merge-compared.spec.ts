import { applyOperations, flow, message, onButton, quickReply, start, wait } from '@instaflow/flow-model';
import type { FlowDefinition, FlowOperation } from '@instaflow/flow-model';
import { measureNode } from '../../card/measure-node';
import { mergeCompared } from './merge-compared';

const drawn = flow(
  start({ id: 's' }),
  message('Hi', {
    id: 'm',
    buttons: [quickReply('A', 'A'), quickReply('B', 'B')],
    to: [onButton('A', 'a'), onButton('B', 'w')],
  }),
  message('Bye', { id: 'a', end: true }),
  wait('1h', { id: 'w', end: true }),
);
const placed: FlowDefinition = {
  ...drawn,
  nodes: drawn.nodes.map((node, index) => ({ ...node, position: { x: index * 400, y: 0 } })),
};

function edit(...operations: FlowOperation[]): FlowDefinition {
  const applied = applyOperations(placed, operations);
  if (!applied.ok) throw new Error(applied.problem.message);
  return applied.definition;
}
const find = (definition: FlowDefinition, id: string) => definition.nodes.find((node) => node.id === id);

describe('mergeCompared', () => {
  it('is the later document when nothing was lost', () => {
    expect(mergeCompared(placed, placed)).toEqual(placed);
  });

  it('keeps removed steps where they stood, with the ways to and from them', () => {
    const merged = mergeCompared(placed, edit({ op: 'remove_node', nodeId: 'w' }));
    expect(find(merged, 'w')?.position).toEqual({ x: 1200, y: 0 });
    expect(find(merged, 'm')?.connections.map(({ targetNodeId }) => targetNodeId)).toEqual(['a', 'w']);
  });

  it('puts a removed step below what stands in its place now', () => {
    const after = edit(
      { op: 'remove_node', nodeId: 'w' },
      { op: 'move_nodes', moves: [{ nodeId: 'a', position: { x: 1200, y: 0 } }] },
    );
    const merged = mergeCompared(placed, after);
    const inPlace = find(after, 'a');
    if (!inPlace) throw new Error('no step');
    expect(find(merged, 'w')?.position?.y).toBeGreaterThanOrEqual(measureNode(inPlace).height);
  });

  it('does not draw the way of an answer that is gone with its button', () => {
    const buttons = [{ type: 'quick_reply', text: 'A', payload: 'A' }];
    const after = edit(
      { op: 'disconnect', nodeId: 'm', condition: { type: 'button_payload', value: 'B' } },
      { op: 'update_node', nodeId: 'm', set: { content: { text: 'Hi', buttons } } },
    );
    const merged = mergeCompared(placed, after);
    expect(find(merged, 'm')?.connections).toHaveLength(1);
  });
});

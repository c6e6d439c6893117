import { disabled, flow, message, note, start, tagContact } from '../builders';
import { diffFlows, isSameBehaviour } from '../diff/diff-flows';
import { explainImpact } from '../diff/explain-impact';
import { mergeFlows } from '../merge/merge-flows';
import { parseFlowDefinition } from '../parse/parse-flow-definition';
import { applyOperations } from './apply-operation';
import { describeOperations } from './describe-operations';
import type { FlowOperation } from './flow-operation';
import { copyFragment, pasteFragment } from './fragment';

const base = () =>
  flow(
    start({ id: 's' }),
    message('Hi', { id: 'm', name: 'Hello' }),
    tagContact('a', { id: 't', name: 'Tag' }),
    note('x'),
  );
const off = (nodeId: string): FlowOperation => ({ op: 'update_node', nodeId, set: { isDisabled: true } });
const on = (nodeId: string): FlowOperation => ({ op: 'update_node', nodeId, set: {}, unset: ['isDisabled'] });
function edit(definition = base(), ...operations: FlowOperation[]) {
  const applied = applyOperations(definition, operations);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied;
}
const offIds = ({ nodes }: ReturnType<typeof base>) =>
  nodes.flatMap(({ id, isDisabled }) => (isDisabled ? [id] : []));

describe('switching steps off', () => {
  it('is one edit that can be taken back, and leaves everything else', () => {
    const { definition, inverse } = edit(base(), off('m'), off('t'));
    expect(offIds(definition)).toEqual(['m', 't']);
    expect(edit(definition, ...inverse).definition).toEqual(base());
    expect(edit(definition, on('m'), on('t')).definition).toEqual(base());
  });

  it('is refused for the start and for notes', () => {
    const applied = applyOperations(base(), [off('s')]);
    expect(applied).toMatchObject({ ok: false, problem: { code: 'stays_on', nodeId: 's' } });
    expect(applyOperations(base(), [off('node_4')]).ok).toBe(false);
  });

  it('has a name in the list of what can be undone', () => {
    const label = (...operations: FlowOperation[]) => describeOperations(operations, base());
    expect(label(off('m'))).toEqual({ key: 'disableStep', values: { name: 'Hello' } });
    expect(label(on('m'))).toEqual({ key: 'enableStep', values: { name: 'Hello' } });
    expect(label(off('m'), off('t'))).toEqual({ key: 'disableSteps', values: { count: 2 } });
    expect(label(on('m'), on('t'))).toEqual({ key: 'enableSteps', values: { count: 2 } });
    expect(label(off('m'), on('t')).key).toBe('severalEdits');
  });

  it('survives being stored, copied and pasted', () => {
    const { definition } = edit(base(), off('m'));
    const stored: unknown = JSON.parse(JSON.stringify(definition));
    expect(parseFlowDefinition(stored)).toEqual({ ok: true, definition });
    const paste = pasteFragment(copyFragment(definition, new Set(['m', 't'])), { newId: newIds() });
    expect(offIds(edit(definition, paste).definition)).toEqual(['m', 'copy1']);
  });

  it('is told as such by a comparison', () => {
    const { definition } = edit(base(), off('m'));
    const diff = diffFlows(base(), definition);
    expect(diff.changed).toMatchObject([{ nodeId: 'm', words: [{ key: 'switchedOff', values: {} }] }]);
    expect(isSameBehaviour(diff)).toBe(false);
    expect(diffFlows(definition, base()).changed).toMatchObject([{ words: [{ key: 'switchedOn' }] }]);
    const saidOn = edit(base(), { op: 'update_node', nodeId: 'm', set: { isDisabled: false } }).definition;
    expect(diffFlows(base(), saidOn).changed).toEqual([]);
  });

  it('goes together with what somebody else changed about the step', () => {
    const mine = edit(base(), off('m')).definition;
    const theirs = edit(base(), { op: 'update_node', nodeId: 'm', set: { name: 'Welcome' } }).definition;
    const merged = mergeFlows(base(), mine, theirs);
    expect(merged.conflicts).toEqual([]);
    expect(merged.definition.nodes[1]).toMatchObject({ name: 'Welcome', isDisabled: true });
    const both = mergeFlows(mine, base(), edit(mine, off('t')).definition);
    expect([both.conflicts, offIds(both.definition)]).toEqual([[], ['t']]);
  });

  it('moves nobody who stands there, and sends on only those who come to it', () => {
    const standing = [{ nodeId: 'm', count: 2 }];
    expect(explainImpact(base(), edit(base(), off('m')).definition, standing)).toMatchObject([
      { nodeId: 'm', outcome: 'stays' },
    ]);
    const without = flow(
      start(),
      message('Hi', { id: 'm' }),
      disabled(tagContact('a', { id: 't' })),
      message('Ho', { id: 'h' }),
    );
    const after = edit(without, { op: 'remove_node', nodeId: 'm', heal: true }).definition;
    expect(explainImpact(without, after, standing)).toMatchObject([
      { nodeId: 'm', outcome: 'moves', target: { nodeId: 'h' } },
    ]);
  });
});

function newIds(): () => string {
  let count = 0;
  return () => `copy${(count += 1)}`;
}

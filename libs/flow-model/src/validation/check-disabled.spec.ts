import {
  condition,
  disabled,
  flow,
  getInput,
  goToFlow,
  humanTakeover,
  message,
  on,
  onBranch,
  onKeyword,
  onNext,
  setAttribute,
  start,
  wait,
} from '../builders';
import type { FlowDefinition } from '../flow-definition';
import { isPublishable, validateFlow } from './validate-flow';
import type { ValidationContext } from './validation-context';

const bye = humanTakeover('bye', { id: 'bye' });
function codesOf(definition: FlowDefinition, context?: ValidationContext): string[] {
  return validateFlow(definition, context).map(({ code, nodeId }) => `${nodeId ?? '-'}: ${code}`);
}
const only = ['-: steps_disabled'];

describe('validateFlow, of a flow with steps switched off', () => {
  it('says once how many there are, and does not stop the publishing', () => {
    const definition = flow(start(), disabled(message('Hi')), disabled(message('Ho')), bye);
    const problems = validateFlow(definition);
    expect(problems).toMatchObject([
      { severity: 'warning', nodeId: null, message: '2 steps are switched off: people walk past them.' },
    ]);
    expect(isPublishable(problems)).toBe(true);
  });

  it('says nothing of what such a step holds, not even of a kind it does not know', () => {
    expect(codesOf(flow(start(), disabled(message('')), bye))).toEqual(only);
    expect(codesOf(flow(start(), disabled(message('{{ broken')), bye))).toEqual(only);
    expect(codesOf(flow(start(), disabled(getInput('?', { to: [onKeyword(' ', 'bye')] })), bye))).toEqual(
      only,
    );
    const unknown = flow(start({ to: [onNext('x')] }), bye);
    const node = { id: 'x', type: 'from_the_future', name: '', isDisabled: true };
    const connections = [{ targetNodeId: 'bye', condition: null }];
    expect(codesOf({ ...unknown, nodes: [...unknown.nodes, { ...node, connections }] })).toEqual(only);
  });

  it('still finds connections that lead to no step', () => {
    const codes = codesOf(flow(start(), disabled(message('Hi', { id: 'm', to: [onNext('gone')] }))));
    expect(codes).toContain('m: edge_to_nowhere');
  });

  it('finds a loop in which the wait is off, and one of nothing but such steps', () => {
    const round = (isOff: boolean) => {
      const pause = wait('1h', { id: 'w', to: [onNext('m')] });
      return flow(start(), message('Hi', { id: 'm' }), isOff ? disabled(pause) : pause);
    };
    expect(codesOf(round(false))).not.toContain('m: loop_without_wait');
    expect(codesOf(round(true))).toContain('m: loop_without_wait');
    const all = flow(
      start({ to: [onNext('a')] }),
      disabled(message('Hi', { id: 'a', to: [onNext('b')] })),
      disabled(wait('1h', { id: 'b', to: [onNext('a')] })),
    );
    expect(codesOf(all)).toContain('a: loop_without_wait');
  });

  it('takes a loop for none that a step which is off does not close', () => {
    const vip = { all: [{ field: 'contact.tags', op: 'has_tag' as const, value: 'vip' }] };
    const check = condition(vip, { id: 'c', to: [onBranch('true', 'm'), on('else', 'bye')] });
    expect(codesOf(flow(start(), message('Hi', { id: 'm' }), check, bye))).toContain('m: loop_without_wait');
    const codes = codesOf(flow(start(), message('Hi', { id: 'm' }), disabled(check), bye));
    expect(codes).toEqual(only);
  });

  it('follows ways past it: who is not reached any more, and what ends without a person', () => {
    const vip = { all: [{ field: 'contact.tags', op: 'has_tag' as const, value: 'vip' }] };
    const definition = flow(
      start(),
      disabled(condition(vip, { id: 'c', to: [onBranch('true', 'm'), on('else', 'bye')] })),
      message('For you', { id: 'm' }),
      message('And more', { id: 'n', end: true }),
      bye,
    );
    expect(codesOf(definition)).toEqual(['m: unreachable_while_disabled', ...only]);
    expect(codesOf(flow(start(), message('Hi'), disabled(bye)))).toEqual(['-: no_human', ...only]);
    expect(codesOf(flow(start(), disabled(message('Hi', { id: 'm' }))))).toEqual(['-: empty_flow', ...only]);
    const branching = disabled(condition(vip, { id: 'c', to: [] }));
    expect(codesOf(flow(start(), message('Hi'), branching))).toContain('c: dead_end');
  });

  it('counts neither the time nor the answer of a step that is off', () => {
    const slow = (pause: ReturnType<typeof wait>) => flow(start(), pause, message('Hi', { id: 'm' }), bye);
    expect(codesOf(slow(wait('2d')))).toContain('m: outside_window');
    expect(codesOf(slow(disabled(wait('2d'))))).toEqual(only);
    const asked = flow(start(), wait('2d'), disabled(getInput('?')), message('Hi', { id: 'm' }), bye);
    expect(codesOf(asked)).toContain('m: outside_window');
  });

  it('takes values for empty that only a step which is off would fill', () => {
    const set = setAttribute('size', 'L');
    const of = (step: typeof set) =>
      codesOf(flow(start(), step, message('Your size: {{contact.size}}', { id: 'm' }), bye));
    expect(of(set)).toEqual([]);
    expect(of(disabled(set))).toContain('m: variable_may_be_empty');
  });

  it('looks at other flows in the same way', () => {
    const sub = flow(start(), disabled(wait('2d')), message('There'), humanTakeover('x'));
    const main = flow(start(), goToFlow('sub', { to: [onNext('m')] }), message('Back', { id: 'm' }));
    const findFlow = (flowId: string) => (flowId === 'sub' ? sub : null);
    expect(codesOf(main, { flowId: 'main', findFlow })).toEqual([]);
    const off = flow(start(), disabled(goToFlow('gone', { to: [onNext('bye')] })), bye);
    expect(codesOf(off, { flowIds: new Set() })).toEqual(only);
  });
});

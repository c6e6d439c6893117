import * as fc from 'fast-check';
import {
  apiCall,
  carousel,
  condition,
  disabled,
  flow,
  getInput,
  goal,
  humanTakeover,
  message,
  note,
  on,
  onBranch,
  onButton,
  onInput,
  onKeyword,
  onNext,
  postback,
  quickReply,
  randomizer,
  setAttribute,
  start,
  tagContact,
  wait,
  webUrl,
  type FlowStep,
} from '../../builders';
import type { FlowDefinition } from '../../flow-definition';
import { parseFlowDefinition } from '../../parse/parse-flow-definition';
import { applyOperations } from '../../operations/apply-operation';
import { flowOperationSchema } from '../../operations/flow-operation';
import { validateFlow } from '../validate-flow';

const bye = humanTakeover('bye', { id: 'bye' });

function fixOf(definition: FlowDefinition, code: string) {
  return validateFlow(definition).find((problem) => problem.code === code)?.fix;
}
function repair(definition: FlowDefinition, code: string): FlowDefinition {
  const applied = applyOperations(definition, fixOf(definition, code)?.operations ?? []);
  if (!applied.ok) throw new Error(applied.problem.message);
  return applied.definition;
}
const nodeOf = (definition: FlowDefinition, nodeId: string) =>
  definition.nodes.find(({ id }) => id === nodeId);

/** Steps in which something is wrong that can be repaired, and some in which it cannot. */
const faulty: FlowStep[] = [
  message('', { id: 'f' }),
  message('x'.repeat(20).concat('. ').repeat(60), { id: 'f' }),
  message('Hi {{contact.firstName}}, {{ contact.shoe | upcase }}!', { id: 'f' }),
  message('Hi {{firstName}}', { id: 'f' }),
  message('x', { id: 'f', mediaUrl: 'example.com/a.png' }),
  message('x', { id: 'f', mediaType: 'image' }),
  message('x', {
    id: 'f',
    buttons: [quickReply('a', 'P'), quickReply('b', 'P')],
    to: [onButton('P', 'bye')],
  }),
  message('x', { id: 'f', buttons: [quickReply('A very long title of a button')], to: [onNext('bye')] }),
  message('x', { id: 'f', buttons: [1, 2, 3, 4].map((n) => postback(`b${n}`)), to: [onButton('b1', 'bye')] }),
  message('x', { id: 'f', buttons: [quickReply('a'), postback('b')], to: [onButton('a', 'bye')] }),
  message('x', { id: 'f', buttons: [webUrl('a', 'shop.example')], to: [onNext('bye')] }),
  message('x', { id: 'f', buttons: [quickReply('')], to: [onButton('GONE', 'bye'), onNext('bye')] }),
  message('x', { id: 'f', to: [onNext('gone'), onNext('bye')] }),
  message('x', { id: 'f', to: [onKeyword(' ', 'bye')] }),
  message('x', { id: 'f', to: [{ node: 'bye', when: { type: 'keyword', value: '(', match: 'regex' } }] }),
  message('x', { id: 'f', to: [onNext('f')] }),
  message('x', { id: 'f', timeoutSeconds: -3 }),
  carousel([{ title: 'a', buttons: [quickReply('A')] }], { id: 'f' }),
  carousel([{ title: 'word '.repeat(30), subtitle: 'b' }], { id: 'f' }),
  getInput('?', { id: 'f', retries: 99, timeoutSeconds: 1e12 }),
  getInput('?', {
    id: 'f',
    inputType: 'choice',
    choices: [{ text: 'a much too long choice' }, { text: '' }],
  }),
  wait('0s', { id: 'f' }),
  wait('999d', { id: 'f' }),
  wait({}, { id: 'f' }),
  wait({ date: 'soon' }, { id: 'f' }),
  wait({ weekdays: [9], from: '9', to: '10' }, { id: 'f' }),
  wait('30h', { id: 'f' }),
  randomizer([{ id: 'a', weight: 30 }], { id: 'f' }),
  randomizer(
    [
      { id: 'a', weight: 1 },
      { id: 'a', weight: -4 },
      { id: '', weight: 7 },
    ],
    { id: 'f' },
  ),
  condition({ all: [{ field: 'contact.email', op: 'exists' }] }, { id: 'f', to: [onBranch('true', 'bye')] }),
  setAttribute('what?!', 'x', { id: 'f' }),
  goal('', { id: 'f' }),
  apiCall('api.example.com/x', {
    id: 'f',
    retries: 9,
    timeoutMs: -1,
    body: { a: 1 },
    headers: { Host: 'x' },
  }),
  humanTakeover('x', { id: 'f', to: [onNext('bye')] }),
  tagContact('t', { id: 'f', to: [onNext('remark')] }),
  start({ id: 'f', to: [onNext('bye')] }),
];

function toDefinition(chosen: readonly FlowStep[]): FlowDefinition {
  const named = chosen.map((step, index): FlowStep => {
    const id = `f${index}`;
    const to = step.to?.map((edge) => (edge.node === 'f' ? { ...edge, node: id } : edge));
    return { ...step, id, ...(to ? { to } : {}) };
  });
  const raw: unknown = JSON.parse(JSON.stringify(flow(start({ id: 's' }), ...named, bye, note('n'))));
  const parsed = parseFlowDefinition(raw);
  if (!parsed.ok) throw new Error('not a document');
  return parsed.definition;
}

const steps = fc
  .tuple(fc.constantFrom(...faulty), fc.nat({ max: 4 }))
  .map(([step, chance]) => (chance === 0 ? disabled(step) : step));
const definitions = fc.array(steps, { minLength: 1, maxLength: 5 }).map(toDefinition);

function countErrors(definition: FlowDefinition): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, code } of validateFlow(definition)) {
    if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

describe('a repair', () => {
  it('removes its problem and brings no error, in any flow', () => {
    const used = new Set<string>();
    fc.assert(
      fc.property(definitions, (definition) => {
        const problems = validateFlow(definition);
        const before = countErrors(definition);
        for (const problem of problems) {
          if (!problem.fix) continue;
          used.add(problem.code);
          for (const operation of problem.fix.operations) {
            expect(flowOperationSchema.safeParse(operation).error?.issues).toBeUndefined();
          }
          const applied = applyOperations(definition, problem.fix.operations);
          if (!applied.ok) throw new Error(`${problem.code}: ${applied.problem.message}`);
          const same = (list: typeof problems) =>
            list.filter(({ code, nodeId }) => code === problem.code && nodeId === problem.nodeId).length;
          const after = validateFlow(applied.definition);
          expect([problem.code, same(after)]).toEqual([problem.code, expect.any(Number)]);
          if (same(after) >= same(problems))
            throw new Error(`${problem.code} at ${problem.path} is still there`);
          for (const [code, count] of countErrors(applied.definition)) {
            if (count > (before.get(code) ?? 0)) throw new Error(`${problem.code} brings ${code}`);
          }
        }
      }),
      { numRuns: faulty.length + 30, examples: faulty.map((step) => [toDefinition([step])]) },
    );
    expect(used.size).toBeGreaterThan(35);
  });

  it('splits a long text behind a sentence and keeps the buttons below its end', () => {
    const long = message(`${'First sentence. '.repeat(50)}${'Second sentence. '.repeat(20)}`, {
      id: 'm',
      buttons: [quickReply('A', 'A')],
      to: [onButton('A', 'bye')],
    });
    const repaired = repair(flow(start(), long, bye), 'text_too_long');
    const [first, second] = [nodeOf(repaired, 'm'), nodeOf(repaired, 'm_2')];
    expect(first).toMatchObject({ content: { buttons: [] }, connections: [{ targetNodeId: 'm_2' }] });
    expect(second).toMatchObject({
      content: { buttons: [{ text: 'A' }] },
      connections: [{ targetNodeId: 'bye' }],
    });
    expect(JSON.stringify(first)).toMatch(/sentence\.","/);
  });

  it('waits inside a loop, and leads what is open to the person there is', () => {
    const loop = flow(start(), message('a', { id: 'a' }), message('b', { id: 'b', to: [onNext('a')] }));
    expect(nodeOf(repair(loop, 'loop_without_wait'), 'wait_2')).toMatchObject({
      type: 'wait',
      connections: [{ targetNodeId: 'a' }],
    });
    const menu = flow(
      start(),
      message('x', { id: 'm', buttons: [quickReply('A')], to: [onNext('bye')] }),
      bye,
    );
    expect(nodeOf(repair(menu, 'open_button'), 'm')?.connections).toContainEqual({
      targetNodeId: 'bye',
      condition: { type: 'button_payload', value: 'A' },
    });
  });

  it('offers a person in the first menu, and a way on when it is too late', () => {
    const menu = flow(
      start(),
      message('x', { id: 'm', buttons: [quickReply('A')], to: [onButton('A', 'w')] }),
      wait('30h', { id: 'w' }),
      message('late', { id: 'late' }),
    );
    const offered = repair(menu, 'no_human');
    expect(validateFlow(offered).map(({ code }) => code)).not.toContain('no_human');
    expect(nodeOf(repair(menu, 'outside_window'), 'late')?.connections).toMatchObject([
      { condition: on('outside_window', '').when },
    ]);
  });

  it('gives a document by hand the start it lacks', () => {
    const repaired = repair(flow(message('Hi', { id: 'm' }), bye), 'no_start');
    expect(repaired.startNodeId).toBe('start');
    expect(repaired.nodes[0]).toMatchObject({ type: 'start', connections: [{ targetNodeId: 'm' }] });
  });

  it('says “there” where a name is missing, and asks nothing of valid answers', () => {
    const text = flow(start(), message('Hi {{contact.firstName}}!', { id: 'm' }), bye);
    expect(nodeOf(repair(text, 'variable_may_be_empty'), 'm')).toMatchObject({
      content: { text: 'Hi {{contact.firstName | default: "there" }}!' },
    });
    const asked = flow(
      start(),
      getInput('?', { saveToAttribute: 'size', to: [onInput(true, 'm'), onInput(false, 'bye')] }),
      message('{{contact.size}}', { id: 'm' }),
      bye,
    );
    expect(validateFlow(asked).filter(({ code }) => code.startsWith('variable'))).toEqual([]);
  });
});

import * as fc from 'fast-check';
import {
  applyOperations,
  apiCall,
  commentReply,
  condition,
  disabled,
  flow,
  getInput,
  goal,
  goToFlow,
  humanTakeover,
  message,
  notifyTeam,
  on,
  onBranch,
  onButton,
  onInput,
  onNext,
  quickReply,
  randomizer,
  setAttribute,
  start,
  tagContact,
  wait,
  type FlowDefinition,
  type FlowStep,
} from '@instaflow/flow-model';
import { isDoneForGood } from './run/pass-done';
import { begin } from './testing/begin';
import { Conversation, hours } from './testing/conversation';

const vip = { all: [{ field: 'contact.tags', op: 'has_tag' as const, value: 'vip' }] };
const halves = [
  { id: 'a', weight: 1 },
  { id: 'b', weight: 1 },
];
const after = message('after', { id: 'after', end: true });
const answerOf = (...steps: FlowStep[]) => begin(flow(start(), ...steps)).answer;

describe('a step that is switched off', () => {
  it.each<[string, FlowStep]>([
    ['message', message('Hi', { buttons: [quickReply('A')], to: [onButton('A', 'other'), onNext('after')] })],
    ['tag', tagContact('a')],
    ['attribute', setAttribute('a', 1)],
    ['condition', condition(vip, { to: [onBranch('true', 'other'), on('else', 'after')] })],
    ['randomizer', randomizer(halves, { to: [onBranch('a', 'after'), onBranch('b', 'other')] })],
    ['wait', wait('1h')],
    ['question', getInput('?', { to: [onInput(false, 'other'), onInput(true, 'after')] })],
    ['other flow', goToFlow('gone', { to: [onNext('after')] })],
    ['comment reply', commentReply('public')],
    ['call', apiCall('https://x.test', { to: [on('error', 'other'), onNext('after')] })],
    ['notice', notifyTeam('x')],
    ['goal', goal('x')],
  ])('does nothing and is passed: %s', (_kind, step) => {
    expect(answerOf(disabled(step), after, message('other', { id: 'other', end: true }))).toEqual(['after']);
  });

  it('is traced as such, with the way past it', () => {
    const { chat } = begin(flow(start(), disabled(wait('1h', { id: 'w' })), after));
    expect(chat.last?.trace).toMatchObject([
      { nodeType: 'start' },
      {
        nodeId: 'w',
        outcome: 'advanced',
        reason: 'step_disabled',
        branch: 'next',
        targetNodeId: 'after',
        effectKeys: [],
      },
      { nodeId: 'after' },
    ]);
    expect(chat.run).toMatchObject({ status: 'completed', stepCount: 3 });
    const tagged = begin(flow(start(), disabled(tagContact('a')), after)).chat;
    expect(tagged.last?.trace.some(isDoneForGood)).toBe(false);
  });

  it('ends the run where nothing leads on, or takes it back to where its flow was called', () => {
    const { chat, answer } = begin(flow(start(), message('Hi'), disabled(humanTakeover('x'))));
    expect([answer, chat.run?.status]).toEqual([['Hi'], 'completed']);
    const main = flow(start(), goToFlow('sub', { to: [onNext('after')] }), after);
    const sub = flow(start(), disabled(goal('x')));
    expect(new Conversation({ flows: { main, sub } }).says('hello')).toEqual(['after']);
  });

  it('need not be of a kind that can be carried out', () => {
    const definition = flow(start({ to: [onNext('x')] }), after);
    const node = { id: 'x', type: 'from_the_future', name: '', isDisabled: true };
    const connections = [{ targetNodeId: 'after', condition: null }];
    const nodes = [...definition.nodes, { ...node, connections }];
    expect(begin({ ...definition, nodes }).answer).toEqual(['after']);
  });

  it('does not keep a circle of such steps from being stopped', () => {
    const { chat } = begin(
      flow(
        start({ to: [onNext('a')] }),
        disabled(wait('1h', { id: 'a', to: [onNext('b')] })),
        disabled(message('x', { id: 'b', to: [onNext('a')] })),
      ),
    );
    expect(chat.run).toMatchObject({ status: 'failed', reason: 'loop_detected', stepCount: 100 });
  });

  it('changes nothing for whoever waits there in an older version', () => {
    const ask = getInput('Size?', { id: 'q', saveToAttribute: 'size', to: [onInput(true, 'after')] });
    const { chat } = begin(flow(start(), ask, after));
    chat.publish('main', flow(start(), disabled(ask), after));
    expect(chat.says('L')).toEqual(['size="L"', 'after']);
    expect(chat.says('hello')).toEqual(['after']);
  });

  it('is answered by who was moved to a version in which it is off', () => {
    const pause = wait('1h', { id: 'w' });
    const { chat } = begin(flow(start(), pause, after));
    const version = chat.publish('main', flow(start(), disabled(pause), after));
    if (chat.run) chat.run = { ...chat.run, flowVersionId: version, rootFlowVersionId: version };
    expect(chat.passes(hours(1))).toEqual(['after']);
  });
});

type Passed = {
  kind: 'tag_contact' | 'set_attribute' | 'wait' | 'comment_reply' | 'notify_team' | 'goal';
  at: number;
};

/** Steps in a row, with ways back, of which one has a single way out and can be off or gone. */
function rowOf(texts: string[], { kind, at }: Passed): FlowDefinition {
  const one: Record<Passed['kind'], FlowStep> = {
    tag_contact: tagContact('t'),
    set_attribute: setAttribute('n', 1),
    wait: wait('1h'),
    comment_reply: commentReply('public'),
    notify_team: notifyTeam('x'),
    goal: goal('g'),
  };
  const steps = texts.map((text, index): FlowStep => {
    if (index % 3 === 1) return getInput(text, { saveToAttribute: 'answer' });
    return index % 3 === 2 ? wait('1h') : message(text);
  });
  const place = at % steps.length;
  return flow(start(), ...steps.slice(0, place), { ...one[kind], id: 'it' }, ...steps.slice(place), after);
}

describe('a step with one way out, for any flow', () => {
  it('does as if it were removed and its neighbours joined', () => {
    const passed = fc.record<Passed>({
      kind: fc.constantFrom('tag_contact', 'set_attribute', 'wait', 'comment_reply', 'notify_team', 'goal'),
      at: fc.nat({ max: 9 }),
    });
    const texts = fc.array(fc.constantFrom('One', 'Two', '{{flow.answer}}', ''), {
      minLength: 1,
      maxLength: 6,
    });
    const said = fc.array(fc.constantFrom('hello', 'yes', 'STOP', ''), { maxLength: 6 });
    fc.assert(
      fc.property(texts, passed, said, (steps, it, words) => {
        const definition = rowOf(steps, it);
        const off = applyOperations(definition, [
          { op: 'update_node', nodeId: 'it', set: { isDisabled: true } },
        ]);
        const gone = applyOperations(definition, [{ op: 'remove_node', nodeId: 'it', heal: true }]);
        if (!off.ok || !gone.ok) throw new Error('an edit was refused');
        expect(converse(off.definition, words)).toEqual(converse(gone.definition, words));
      }),
      { numRuns: 100 },
    );
  });
});

/** Everything that comes of a conversation. */
function converse(main: FlowDefinition, words: readonly string[]) {
  const { chat, answer } = begin(main);
  const answers = words.map((word) => [chat.says(word), chat.passes(hours(1))]);
  const { status, reason, nodeId, context } = chat.run ?? {};
  const keys = chat.sent.map(({ key }) => key);
  return { answer, answers, keys, contact: chat.contact, run: { status, reason, nodeId, context } };
}

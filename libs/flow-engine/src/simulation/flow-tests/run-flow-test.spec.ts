import {
  apiCall,
  flow,
  flowTestSchema,
  getInput,
  goToFlow,
  goal,
  humanTakeover,
  message,
  on,
  onBranch,
  onButton,
  onInput,
  onNext,
  quickReply,
  randomizer,
  start,
  tagContact,
  wait,
  type FlowDefinition,
  type FlowTestInput,
  type LoadedFlow,
} from '@instaflow/flow-model';
import { recordFlowTest } from './record-flow-test';
import { runFlowTest } from './run-flow-test';

const toFlow = (id: string, definition: FlowDefinition): LoadedFlow => ({
  id,
  name: id,
  description: '',
  definition,
  triggers: [],
  tests: [],
});
const shop = toFlow(
  'shop',
  flow(
    start(),
    message('Hi {{contact.firstName}}!', {
      id: 'menu',
      buttons: [quickReply('Browse', 'BROWSE'), quickReply('Person', 'PERSON')],
      to: [onButton('BROWSE', 'tag'), onButton('PERSON', 'person')],
    }),
    tagContact('browsed', { id: 'tag' }),
    wait('1h'),
    getInput('Your e-mail?', {
      id: 'ask',
      inputType: 'email',
      saveToAttribute: 'email',
      to: [onInput(true, 'goal'), onInput(false, 'person')],
    }),
    goal('lead', { id: 'goal', end: true }),
    humanTakeover('Help', { id: 'person' }),
  ),
);
const run = (test: Partial<FlowTestInput>, ...flows: LoadedFlow[]) =>
  runFlowTest(
    flows.length > 0 ? flows : [shop],
    flowTestSchema.parse({ name: 'a test', steps: [{ move: { kind: 'start' } }], ...test }),
  );

const whole: FlowTestInput = {
  name: 'leaves an e-mail',
  steps: [
    { move: { kind: 'start' }, expect: { messages: [{ text: 'Hi Ana!', buttons: ['Browse', 'Person'] }] } },
    { move: { kind: 'tap', title: 'Browse' }, expect: { messages: [], tags: ['browsed'] } },
    { move: { kind: 'pass', duration: '59m' }, expect: { messages: [] } },
    { move: { kind: 'pass', duration: '1m' }, expect: { messages: [{ contains: 'e-mail' }], nodeId: 'ask' } },
    { move: { kind: 'text', text: 'ana@example.com' } },
  ],
  expect: {
    status: 'completed',
    attributes: { email: 'ana@example.com' },
    goals: ['lead'],
    withoutTags: ['x'],
  },
};

describe('runFlowTest', () => {
  it('passes when everything comes as expected, in the same way every time', () => {
    const result = run(whole);
    expect(result).toMatchObject({ outcome: 'passed', firstDifference: null, flowId: 'shop' });
    expect(run(whole)).toEqual(result);
    expect(result.turns.flatMap(({ steps }) => steps.map(({ nodeId }) => nodeId))).toContain('ask');
  });

  it('names the first difference and those after it', () => {
    const result = run({
      steps: [
        { move: { kind: 'start' }, expect: { messages: [{ text: 'Hello Ana!' }, { text: 'More' }] } },
        { move: { kind: 'tap', title: 'Browse' }, expect: { tags: ['bought'], nodeId: 'menu' } },
      ],
      expect: { status: 'completed', isWithPerson: true },
    });
    expect(result.firstDifference).toEqual({
      step: 0,
      what: 'message 1',
      expected: 'Hello Ana!',
      actual: 'Hi Ana!',
      message: 'Step 1: expected message 1 "Hello Ana!", got "Hi Ana!".',
    });
    expect(result.differences.map(({ step, what }) => `${step} ${what}`)).toEqual([
      '0 message 1',
      '0 message 2',
      '1 tags',
      '1 the run at node',
      '1 status',
      '1 with a person',
    ]);
  });

  it('taps only what is shown', () => {
    const result = run({ steps: [{ move: { kind: 'start' } }, { move: { kind: 'tap', title: 'Buy' } }] });
    expect(result.firstDifference).toMatchObject({
      step: 1,
      what: 'button',
      expected: 'Buy',
      actual: ['Browse', 'Person'],
    });
    const late = run({
      steps: [{ move: { kind: 'start' } }, { move: { kind: 'tap', title: 'Person' } }],
      expect: { isWithPerson: true },
    });
    expect(late.outcome).toBe('passed');
  });

  it('tells of messages nobody expected', () => {
    const result = run({ steps: [{ move: { kind: 'start' }, expect: { messages: [] } }] });
    expect(result.firstDifference).toMatchObject({ expected: null, actual: { text: 'Hi Ana!' } });
  });

  it('answers calls, fails messages and forces branches as it is told', () => {
    const calling = toFlow(
      'calling',
      flow(
        start(),
        randomizer(
          [
            { id: 'a', weight: 50 },
            { id: 'b', weight: 50 },
          ],
          { id: 'dice', to: [onBranch('a', 'call'), onBranch('b', 'other')] },
        ),
        apiCall('https://x.test', {
          id: 'call',
          saveResponse: [{ path: 'size', attribute: 'size' }],
          to: [onNext('told'), on('error', 'sorry')],
        }),
        message('Size {{contact.size}}', { id: 'told', to: [on('error', 'sorry')] }),
        tagContact('sorry', { id: 'sorry', end: true }),
        tagContact('other', { id: 'other', end: true }),
      ),
    );
    const forcedBranches = { dice: 'a' };
    const steps = (text: string) => [
      { move: { kind: 'start' as const }, expect: { messages: [{ text }], calls: ['call'] } },
    ];
    const answers = { call: { status: 200, body: { size: 'L' } } };
    expect(run({ forcedBranches, answers, steps: steps('Size L') }, calling).outcome).toBe('passed');
    const failing = {
      forcedBranches,
      answers: { call: { failure: 'timeout' } },
      expect: { tags: ['sorry'] },
    };
    expect(run(failing, calling).outcome).toBe('passed');
    expect(
      run({ forcedBranches, answers, sendFailures: { told: 'failed' }, expect: { tags: ['sorry'] } }, calling)
        .outcome,
    ).toBe('passed');
    expect(run({ forcedBranches: { dice: 'b' }, expect: { tags: ['other'] } }, calling).outcome).toBe(
      'passed',
    );
  });

  it('starts by what the person does, through triggers of its own or any', () => {
    const comment = {
      move: { kind: 'comment' as const, text: 'price?' },
      expect: { messages: [{ as: 'private_reply' as const }] },
    };
    expect(run({ steps: [comment] }).outcome).toBe('passed');
    const keyed = { ...shop, triggers: [{ type: 'dm_keyword', keyword: 'menu' }] };
    const says = (text: string, status: 'idle' | 'waiting') =>
      run({ steps: [{ move: { kind: 'text', text } }], expect: { status } }, keyed);
    expect(says('the menu please', 'waiting').outcome).toBe('passed');
    expect(says('something else', 'idle').outcome).toBe('passed');
  });

  it('goes through the other flows of the file, and says when the tested one is missing', () => {
    const main = toFlow('main', flow(start(), goToFlow('shop')));
    expect(
      run({ steps: [{ move: { kind: 'start' }, expect: { messages: [{ text: 'Hi Ana!' }] } }] }, main, shop)
        .outcome,
    ).toBe('passed');
    expect(run({ flowId: 'gone' }).firstDifference?.what).toBe('flow');
  });
});

describe('recordFlowTest', () => {
  it('makes a test of a conversation, which then passes', () => {
    const bare = flowTestSchema.parse({
      ...whole,
      steps: whole.steps.map(({ move }) => ({ move })),
      expect: {},
    });
    const recorded = recordFlowTest([shop], bare);
    expect(recorded.steps[0]?.expect).toEqual({
      messages: [{ text: 'Hi Ana!', buttons: ['Browse', 'Person'] }],
    });
    expect(recorded.expect).toEqual({
      status: 'completed',
      isWithPerson: false,
      tags: ['browsed'],
      attributes: { email: 'ana@example.com' },
    });
    expect(flowTestSchema.parse(JSON.parse(JSON.stringify(recorded)))).toEqual(recorded);
    expect(runFlowTest([shop], recorded).outcome).toBe('passed');
  });
});

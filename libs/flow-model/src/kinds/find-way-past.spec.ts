import {
  apiCall,
  businessHours,
  condition,
  disabled,
  flow,
  followGate,
  getInput,
  goToFlow,
  humanTakeover,
  message,
  note,
  on,
  onAttribute,
  onBranch,
  onButton,
  onFollower,
  onInput,
  onKeyword,
  onNext,
  quickReply,
  randomizer,
  start,
  wait,
  type FlowStep,
} from '../builders';
import { findWayPast } from './find-way-past';
import { isDisabled } from './is-disabled';

/** Where a run goes that passes the step. */
function past(step: FlowStep): string | null {
  const [node] = flow(step).nodes;
  return node ? (findWayPast(node)?.targetNodeId ?? null) : null;
}
const yes = { all: [{ field: 'contact.tags', op: 'has_tag' as const, value: 'vip' }] };
const halves = [
  { id: 'none', weight: 0 },
  { id: 'a', weight: 50 },
  { id: 'b', weight: 50 },
];

describe('findWayPast', () => {
  it.each<[string, FlowStep, string | null]>([
    [
      'the default way of a message, buttons or not',
      message('?', { to: [onButton('A', 'a'), onNext('n')] }),
      'n',
    ],
    ['otherwise of a condition', condition(yes, { to: [onBranch('true', 'y'), on('else', 'n')] }), 'n'],
    [
      'the only way of a condition that lets some through',
      condition(yes, { to: [onBranch('true', 'y')] }),
      'y',
    ],
    [
      'the default of a condition by its connections',
      condition(null, { to: [onAttribute('x', 1, 'x'), onNext('n')] }),
      'n',
    ],
    [
      'the first branch anybody takes',
      randomizer(halves, { to: [onBranch('none', '0'), onBranch('b', 'b'), onBranch('a', 'a')] }),
      'a',
    ],
    [
      'the right answer of a question',
      getInput('?', { to: [onNext('wrong'), onInput(false, 'no'), onInput(true, 'yes')] }),
      'yes',
    ],
    [
      'the default of a question with nothing else',
      getInput('?', { to: [on('timeout', 't'), onNext('n')] }),
      'n',
    ],
    ['the first of the hours', businessHours({ to: [onBranch('closed', 'c'), onBranch('open', 'o')] }), 'o'],
    [
      'the first of the follow check',
      followGate({ to: [onFollower('unknown', 'u'), onFollower('yes', 'y')] }),
      'y',
    ],
    ['then of another flow', goToFlow('sub', { to: [onNext('n')] }), 'n'],
    ['the good end of a call', apiCall('https://x.test', { to: [on('error', 'e'), onNext('n')] }), 'n'],
    ['what a wait leads to', wait('1h', { to: [onNext('n')] }), 'n'],
  ])('%s', (_name, step, target) => {
    expect(past(step)).toBe(target);
  });

  it('takes the first answer of a question whose default leads nowhere', () => {
    const buttons = [quickReply('A', 'A'), quickReply('B', 'B')];
    const step = message('?', { buttons, to: [on('timeout', 't'), onButton('B', 'b'), onButton('A', 'a')] });
    expect(past(step)).toBe('a');
    expect(past(message('?', { to: [onKeyword('yes', 'k')] }))).toBe('k');
  });

  it('leads nowhere from a hand-over, and never where something went wrong', () => {
    expect(past(humanTakeover('bye'))).toBeNull();
    expect(past(getInput('?', { to: [on('timeout', 't'), onInput(false, 'no')] }))).toBeNull();
    expect(past(apiCall('https://x.test', { to: [on('error', 'e')] }))).toBeNull();
    expect(past(randomizer(halves, { to: [onBranch('none', '0')] }))).toBeNull();
  });

  it('knows steps of a kind it does not know by their default connection', () => {
    const connections = [{ targetNodeId: 'n', condition: null }];
    expect(findWayPast({ id: 'x', type: 'from_the_future', name: '', connections })?.targetNodeId).toBe('n');
  });
});

describe('isDisabled', () => {
  it('is true of steps that say so, never of a start or a note', () => {
    const { nodes } = flow(disabled(start()), disabled(message('Hi')), message('Ho'), disabled(note('x')));
    expect(nodes.map(isDisabled)).toEqual([false, true, false, false]);
  });
});

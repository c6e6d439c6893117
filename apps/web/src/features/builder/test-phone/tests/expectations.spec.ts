import { recordFlowTest, runFlowTest } from '@instaflow/flow-engine';
import {
  flow,
  flowTestSchema,
  message,
  onNext,
  start,
  tagContact,
  type FlowDefinition,
  type LoadedFlow,
} from '@instaflow/flow-model';
import { keepChosen, listExpectables } from './choose-expectations';
import { refreshExpectations } from './refresh-expectations';

const draw = (first: string, second: string): FlowDefinition =>
  flow(
    start({ id: 's' }),
    message(first, { id: 'a', to: [onNext('b')] }),
    message(second, { id: 'b', to: [onNext('t')] }),
    tagContact('vip', { id: 't', end: true }),
  );
const load = (definition: FlowDefinition): LoadedFlow[] => [
  { id: 'f', name: 'F', description: '', definition, triggers: [], tests: [] },
];
const bare = flowTestSchema.parse({ name: 'talk', steps: [{ move: { kind: 'start' } }] });
const recorded = recordFlowTest(load(draw('One', 'Two')), bare);
const run = (definition: FlowDefinition, test: typeof recorded) =>
  runFlowTest(load(definition), test).outcome;

describe('keepChosen', () => {
  const keys = listExpectables(recorded).map(({ key }) => key);

  it('offers every reply and how it ends', () => {
    expect(keys).toEqual(['message/0/0', 'message/0/1', 'status', 'tags']);
  });

  it('keeps everything that is chosen', () => {
    const kept = keepChosen(recorded, new Set(keys));
    expect(run(draw('One', 'Two'), kept)).toBe('passed');
    expect(run(draw('One', 'Other'), kept)).toBe('failed');
  });

  it('lets a reply that was not chosen say anything', () => {
    const kept = keepChosen(recorded, new Set(['message/0/0']));
    expect(run(draw('One', 'Other'), kept)).toBe('passed');
    expect(run(draw('Other', 'Two'), kept)).toBe('failed');
  });

  it('expects nothing where nothing was chosen', () => {
    const kept = keepChosen(recorded, new Set());
    expect(run(draw('X', 'Y'), kept)).toBe('passed');
    expect(flowTestSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('can hold a move to silence', () => {
    const silent = recordFlowTest(
      load(draw('One', 'Two')),
      flowTestSchema.parse({ ...bare, steps: [...bare.steps, { move: { kind: 'pass', duration: '1h' } }] }),
    );
    expect(listExpectables(silent).map(({ key }) => key)).toContain('silence/1');
  });
});

describe('refreshExpectations', () => {
  it('expects what happens now, and still nothing where nothing was expected', () => {
    const changed = draw('New', 'Other');
    const test = keepChosen(recorded, new Set(['message/0/0', 'tags']));
    expect(run(changed, test)).toBe('failed');
    const fresh = refreshExpectations(test, recordFlowTest(load(changed), test));
    expect(fresh.steps[0]?.expect?.messages).toEqual([{ text: 'New' }, {}]);
    expect(fresh.expect).toEqual({ tags: ['vip'] });
    expect(run(changed, fresh)).toBe('passed');
    expect(run(draw('New', 'Whatever'), fresh)).toBe('passed');
  });
});

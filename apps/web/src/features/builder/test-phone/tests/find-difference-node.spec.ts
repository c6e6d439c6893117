import { runFlowTest } from '@instaflow/flow-engine';
import {
  flow,
  flowTestSchema,
  message,
  onNext,
  start,
  tagContact,
  type FlowTestExpectation,
} from '@instaflow/flow-model';
import { findDifferenceNode } from './find-difference-node';

const definition = flow(
  start({ id: 's' }),
  message('One', { id: 'a', to: [onNext('b')] }),
  message('Two', { id: 'b', to: [onNext('t')] }),
  tagContact('vip', { id: 't', end: true }),
);
const flows = [{ id: 'f', name: 'F', description: '', definition, triggers: [], tests: [] }];

function findFor(expect: FlowTestExpectation): string | null {
  const test = flowTestSchema.parse({ name: 'talk', steps: [{ move: { kind: 'start' }, expect }] });
  const result = runFlowTest(flows, test);
  if (!result.firstDifference) throw new Error('nothing differs');
  return findDifferenceNode(result, result.firstDifference, 'f');
}

describe('findDifferenceNode', () => {
  it('leads to the step that said something else', () => {
    expect(findFor({ messages: [{ text: 'One' }, { text: 'Other' }] })).toBe('b');
  });

  it('leads to the last step when a message did not come or something else differs', () => {
    expect(findFor({ messages: [{}, {}, { text: 'Three' }] })).toBe('t');
    expect(findFor({ withoutTags: ['vip'] })).toBe('t');
  });
});

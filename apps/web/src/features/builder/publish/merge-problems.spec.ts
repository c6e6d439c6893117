import type { FlowProblem } from '@instaflow/flow-model';
import { mergeProblems } from './merge-problems';

const problem = (code: string, message = code): FlowProblem => ({
  severity: 'error',
  nodeId: 'a',
  path: 'text',
  code,
  message,
});

describe('mergeProblems', () => {
  it('says once what browser and server both found, and adds what only the server knows', () => {
    const own = [problem('empty_text', 'Write a text.')];
    const merged = mergeProblems(own, [problem('empty_text', 'Other words'), problem('flow_gone')]);
    expect(merged.map(({ message }) => message)).toEqual(['Write a text.', 'flow_gone']);
  });
});

import type { CommentThread } from '@instaflow/contracts';
import { flow, message, start } from '@instaflow/flow-model';
import { splitByStep } from './split-by-step';

const on = (commentId: string, nodeId: string | null) => ({ commentId, nodeId }) as CommentThread;

describe('splitByStep', () => {
  it('keeps those of steps that are gone apart, and those of the flow itself with the others', () => {
    const definition = flow(start(), message('Hi', { id: 'hello' }));
    const threads = [on('1', 'gone'), on('2', 'hello'), on('3', null), on('4', 'gone')];
    const { there, deleted } = splitByStep(threads, definition);
    expect(there.map(({ commentId }) => commentId)).toEqual(['2', '3']);
    expect(deleted.map(({ commentId }) => commentId)).toEqual(['1', '4']);
  });
});

import type { CommentPerson } from '@instaflow/contracts';
import type { CommentTarget } from '../api/use-write-comment';

export type UnsentComment = { text: string; chosen: readonly CommentPerson[] };

const unsent = new Map<string, UnsentComment>();

/** What was typed and not sent yet, as long as the page lives: closing the panel loses nothing. */
export const unsentComments = {
  read: (flowId: string, target: CommentTarget): UnsentComment | undefined =>
    unsent.get(keyOf(flowId, target)),
  keep: (flowId: string, target: CommentTarget, comment: UnsentComment): void => {
    if (comment.text.trim() === '') unsent.delete(keyOf(flowId, target));
    else unsent.set(keyOf(flowId, target), comment);
  },
  forget: (flowId: string, target: CommentTarget): void => void unsent.delete(keyOf(flowId, target)),
};

function keyOf(flowId: string, target: CommentTarget): string {
  return JSON.stringify([flowId, target]);
}

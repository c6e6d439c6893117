import type { CommentThread } from '@instaflow/contracts';
import type { FlowDefinition } from '@instaflow/flow-model';

/** Threads about what is there, and those whose step is not in the document any more; each in the order they came. */
export function splitByStep(
  threads: readonly CommentThread[],
  { nodes }: Pick<FlowDefinition, 'nodes'>,
): { there: CommentThread[]; deleted: CommentThread[] } {
  const known = new Set(nodes.map(({ id }) => id));
  const isThere = ({ nodeId }: CommentThread): boolean => nodeId === null || known.has(nodeId);
  return { there: threads.filter(isThere), deleted: threads.filter((thread) => !isThere(thread)) };
}

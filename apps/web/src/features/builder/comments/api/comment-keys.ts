/** Keys of the cache; all of a flow begin with `all`. */
export const commentKeys = {
  all: (flowId: string) => ['flow-comments', flowId] as const,
  counts: (flowId: string) => ['flow-comments', flowId, 'counts'] as const,
  list: (flowId: string, filter: object) => ['flow-comments', flowId, 'list', filter] as const,
  thread: (flowId: string, commentId: string) => ['flow-comments', flowId, 'thread', commentId] as const,
  replies: (flowId: string, threadId: string) => ['flow-comments', flowId, 'replies', threadId] as const,
  members: (flowId: string, search: string) => ['mentionable-members', flowId, search] as const,
};

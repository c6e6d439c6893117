import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useBuilderSession } from '../../state/builder-context';
import { commentKeys } from './comment-keys';

/** Answers of a thread, the oldest first. */
export function useReplies(threadId: string) {
  const { flowId } = useBuilderSession();
  return useInfiniteQuery({
    queryKey: commentKeys.replies(flowId, threadId),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listFlowCommentReplies',
        {
          params: { id: flowId, commentId: threadId },
          query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

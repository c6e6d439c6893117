import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useBuilderSession } from '../../state/builder-context';
import { commentKeys } from './comment-keys';

export type ThreadState = 'open' | 'resolved';

/** Threads of the flow or of one step, the latest first. */
export function useCommentThreads({ state, nodeId }: { state: ThreadState; nodeId: string | null }) {
  const { flowId } = useBuilderSession();
  const query = { state, limit: 50, ...(nodeId === null ? {} : { nodeId }) };
  return useInfiniteQuery({
    queryKey: commentKeys.list(flowId, query),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listFlowComments',
        { params: { id: flowId }, query: pageParam ? { ...query, cursor: pageParam } : query },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

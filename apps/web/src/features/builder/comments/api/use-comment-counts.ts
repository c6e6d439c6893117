import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useBuilderSession } from '../../state/builder-context';
import { commentKeys } from './comment-keys';

/** How many threads the flow and its steps have. */
export function useCommentCounts() {
  const { flowId } = useBuilderSession();
  return useQuery({
    queryKey: commentKeys.counts(flowId),
    queryFn: async ({ signal }) => {
      const { counts } = await callApi('getFlowCommentCounts', { params: { id: flowId } }, { signal });
      return counts;
    },
  });
}

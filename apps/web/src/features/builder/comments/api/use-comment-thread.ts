import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useBuilderSession } from '../../state/builder-context';
import { commentKeys } from './comment-keys';

/** The thread a link leads to, by any comment of it; nothing is asked without one. */
export function useCommentThread(commentId: string | null) {
  const { flowId } = useBuilderSession();
  return useQuery({
    queryKey: commentKeys.thread(flowId, commentId ?? ''),
    queryFn: ({ signal }) =>
      callApi('getFlowComment', { params: { id: flowId, commentId: commentId ?? '' } }, { signal }),
    enabled: commentId !== null,
  });
}

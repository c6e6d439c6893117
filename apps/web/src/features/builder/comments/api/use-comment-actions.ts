import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useBuilderSession } from '../../state/builder-context';
import { commentKeys } from './comment-keys';
import type { ThreadState } from './use-comment-threads';

/** Everything one can do to comments that are there. */
export function useCommentActions() {
  const { flowId } = useBuilderSession();
  const queryClient = useQueryClient();
  // Other windows hear of it by the stream; this one need not wait for it.
  const onSettled = () => queryClient.invalidateQueries({ queryKey: commentKeys.all(flowId) });
  const paramsOf = (commentId: string) => ({ id: flowId, commentId });
  const remove = useMutation({
    mutationFn: (commentId: string) => callApi('deleteFlowComment', { params: paramsOf(commentId) }),
    onSettled,
  });
  const restore = useMutation({
    mutationFn: (commentId: string) => callApi('restoreFlowComment', { params: paramsOf(commentId) }),
    onSettled,
  });
  const setState = useMutation({
    mutationFn: ({ commentId, state }: { commentId: string; state: ThreadState }) =>
      callApi('setFlowCommentState', { params: paramsOf(commentId), body: { state } }),
    onSettled,
  });
  return { remove, restore, setState };
}

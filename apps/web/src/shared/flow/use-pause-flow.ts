import type { Flow } from '@instaflow/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

export type PausableFlow = Pick<Flow, 'flowId' | 'instagramAccountId'>;

/** Pauses a flow or ends its pause; the flow and the list of flows are read again afterwards. */
export function usePauseFlow({ flowId, instagramAccountId }: PausableFlow) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (isPaused: boolean) =>
      callApi(isPaused ? 'pauseFlow' : 'resumeFlow', { params: { id: flowId } }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.flows(instagramAccountId) }),
        queryClient.invalidateQueries({ queryKey: queryKeys.flow(flowId) }),
      ]),
  });
}

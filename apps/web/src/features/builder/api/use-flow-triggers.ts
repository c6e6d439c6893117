import type { TriggerType } from '@instaflow/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { useBuilderSession } from '../state/builder-context';

/** What starts this flow, and the quick ways to change it. */
export function useFlowTriggers() {
  const { flowId, accountId } = useBuilderSession();
  const queryClient = useQueryClient();
  const onSuccess = () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.flowTriggers(flowId) });
    void queryClient.invalidateQueries({ queryKey: queryKeys.accountTriggers(accountId) });
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId) });
  };
  const list = useQuery({
    queryKey: queryKeys.flowTriggers(flowId),
    queryFn: async ({ signal }) => {
      const page = await callApi(
        'listFlowTriggers',
        { params: { id: flowId }, query: { limit: 100 } },
        { signal },
      );
      return page.triggers;
    },
  });
  const add = useMutation({
    mutationFn: ({ type, keyword }: { type: TriggerType; keyword: string | null }) =>
      callApi('createTrigger', { params: { id: flowId }, body: { type, keyword } }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (triggerId: string) => callApi('deleteTrigger', { params: { id: triggerId } }),
    onSuccess,
  });
  return { list, add, remove };
}

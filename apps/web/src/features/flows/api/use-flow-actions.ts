import type { FlowSummary } from '@instaflow/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** What can be done with a flow in the list; the list and the triggers are read again afterwards. */
export function useFlowActions(flow: FlowSummary) {
  const queryClient = useQueryClient();
  const accountId = useAccountId();
  const onSuccess = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId) }),
      queryClient.invalidateQueries({ queryKey: queryKeys.accountTriggers(accountId) }),
      queryClient.invalidateQueries({ queryKey: queryKeys.flow(flow.flowId) }),
    ]);
  };
  const params = { id: flow.flowId };
  return {
    setActive: useMutation({
      mutationFn: (isActive: boolean) =>
        callApi('updateFlow', { params, body: { status: isActive ? 'active' : 'inactive' } }),
      onSuccess,
    }),
    duplicate: useMutation({ mutationFn: () => callApi('duplicateFlow', { params }), onSuccess }),
    remove: useMutation({ mutationFn: () => callApi('deleteFlow', { params }), onSuccess }),
  };
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

const whileRunningMs = 2_000;

/** How reading missed events goes, looked at as long as it runs, and the call that ends it. */
export function useRecovery() {
  const id = useAccountId();
  const queryClient = useQueryClient();
  const queryKey = queryKeys.recovery(id);
  const recovery = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi('getRecovery', { params: { id } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'waiting' || state.data?.state === 'running' ? whileRunningMs : false,
  });
  const cancel = useMutation({
    mutationFn: () => callApi('cancelRecovery', { params: { id } }),
    onSuccess: (ended) => queryClient.setQueryData(queryKey, ended),
  });
  return { recovery, cancel };
}

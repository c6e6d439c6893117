import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** The accounts a login opens, and the call that connects some of them. */
export function useAccountChoice(connectionId: string) {
  const queryClient = useQueryClient();
  const choice = useQuery({
    queryKey: queryKeys.accountChoice(connectionId),
    queryFn: ({ signal }) => callApi('getAccountChoice', { params: { id: connectionId } }, { signal }),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const connect = useMutation({
    mutationFn: (instagramUserIds: string[]) =>
      callApi('chooseAccounts', { body: { connectionId, instagramUserIds } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.accounts }),
  });
  return { choice, connect };
}

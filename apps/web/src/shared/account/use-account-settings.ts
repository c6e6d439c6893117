import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';
import { useAccountId } from './use-account-id';

/** Settings of the current account. */
export function useAccountSettings() {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.accountSettings(accountId),
    queryFn: ({ signal }) => callApi('getAccountSettings', { params: { id: accountId } }, { signal }),
    enabled: accountId !== '',
    staleTime: 5 * 60_000,
  });
}

import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';
import { useAccountId } from './use-account-id';

/** All triggers of the current account. */
export function useAccountTriggers() {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.accountTriggers(accountId),
    queryFn: ({ signal }) =>
      callApi('listAccountTriggers', { params: { id: accountId }, query: { limit: 100 } }, { signal }),
    enabled: accountId !== '',
  });
}

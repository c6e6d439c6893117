import { useQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** What can start a flow of the account, and why something cannot. */
export function useTriggerTypes() {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.triggerTypes(accountId),
    queryFn: ({ signal }) => callApi('listTriggerTypes', { params: { id: accountId } }, { signal }),
    staleTime: Infinity,
  });
}

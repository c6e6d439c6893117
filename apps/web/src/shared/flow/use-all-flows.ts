import { useQuery } from '@tanstack/react-query';
import { useAccountId } from '../account/use-account-id';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

/** The flows of the account, to choose from. */
export function useAllFlows() {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.flowList(accountId, { limit: 100 }),
    queryFn: ({ signal }) =>
      callApi('listFlows', { params: { id: accountId }, query: { limit: 100 } }, { signal }),
  });
}

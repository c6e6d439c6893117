import { useQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** Who made flows of the current account, by name. */
export function useFlowOwners() {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.flowOwners(accountId),
    queryFn: async ({ signal }) => {
      const { owners } = await callApi('listFlowOwners', { params: { id: accountId } }, { signal });
      return owners;
    },
  });
}

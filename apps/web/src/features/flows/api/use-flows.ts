import type { FlowStatus } from '@instaflow/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

export type FlowFilter = { search: string; status: FlowStatus | undefined; page: number };

export const flowsPerPage = 25;

/** One page of the flows of the current account. */
export function useFlows(filter: FlowFilter) {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.flowList(accountId, filter),
    queryFn: ({ signal }) =>
      callApi(
        'listFlows',
        { params: { id: accountId }, query: { ...filter, limit: flowsPerPage } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}

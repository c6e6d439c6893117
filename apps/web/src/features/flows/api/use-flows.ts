import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { queryKeys } from '../../../shared/api/query-keys';
import { listFlowPage, type FlowFilter } from './list-flow-page';

/** One page of the flows of the current account. */
export function useFlows(filter: FlowFilter) {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.flowList(accountId, filter),
    queryFn: ({ signal }) => listFlowPage(accountId, filter, signal),
    placeholderData: keepPreviousData,
  });
}

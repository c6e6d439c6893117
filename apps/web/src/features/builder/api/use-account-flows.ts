import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { useBuilderSession } from '../state/builder-context';

/** The flows of the account, for steps that lead to another one. */
export function useAccountFlows() {
  const { accountId } = useBuilderSession();
  return useQuery({
    queryKey: queryKeys.flowList(accountId, { limit: 100 }),
    queryFn: async ({ signal }) => {
      const page = await callApi(
        'listFlows',
        { params: { id: accountId }, query: { limit: 100 } },
        { signal },
      );
      return page.flows;
    },
  });
}

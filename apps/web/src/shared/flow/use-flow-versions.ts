import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

/** The published versions of a flow, newest first. */
export function useFlowVersions(flowId: string) {
  return useQuery({
    queryKey: queryKeys.flowVersions(flowId),
    queryFn: async ({ signal }) => {
      const page = await callApi(
        'listFlowVersions',
        { params: { id: flowId }, query: { limit: 100 } },
        { signal },
      );
      return page.versions;
    },
  });
}

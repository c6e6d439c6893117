import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { useBuilderSession } from '../state/builder-context';

/** The published versions of the flow, newest first. */
export function useVersions() {
  const { flowId } = useBuilderSession();
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

/** The document of one published version. */
export async function loadVersion(flowId: string, version: number): Promise<unknown> {
  const loaded = await callApi('getFlowVersion', { params: { id: flowId, version } });
  return loaded.flowDefinition;
}

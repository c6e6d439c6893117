import { parseFlowDefinition, type FlowDefinition } from '@instaflow/flow-model';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** The document of a published version, which never changes. */
export function useVersionDocument({
  flowId,
  version,
  isNeeded,
}: {
  flowId: string;
  version: number;
  isNeeded: boolean;
}) {
  return useQuery({
    queryKey: queryKeys.versionDocument(flowId, version),
    enabled: isNeeded,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<FlowDefinition> => {
      const params = { id: flowId, version };
      const parsed = parseFlowDefinition(
        (await callApi('getFlowVersion', { params }, { signal })).flowDefinition,
      );
      if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
      return parsed.definition;
    },
  });
}

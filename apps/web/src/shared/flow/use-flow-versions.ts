import type { FlowVersion } from '@instaflow/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ApiOutput } from '../api/api-types';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

/** The published versions of a flow, newest first, however many pages they are. */
export function useFlowVersions(flowId: string) {
  return useQuery({
    queryKey: queryKeys.flowVersions(flowId),
    queryFn: ({ signal }) => listAllVersions(flowId, signal),
  });
}

type VersionPage = ApiOutput<'listFlowVersions'>;

async function listAllVersions(id: string, signal: AbortSignal): Promise<FlowVersion[]> {
  const versions: FlowVersion[] = [];
  let cursor: string | undefined;
  do {
    const input = { params: { id }, query: { limit: 100, cursor } };
    const page: VersionPage = await callApi('listFlowVersions', input, { signal });
    versions.push(...page.versions);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return versions;
}

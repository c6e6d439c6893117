import type { FlowSummary } from '@instaflow/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { ApiOutput } from '../api/api-types';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

const filter = { limit: 100 };

/**
 * The flows of an account, to choose from, however many pages they are. One definition, because all who ask share what is
 * kept under its key.
 */
export const allFlowsQuery = (accountId: string) =>
  queryOptions({
    queryKey: queryKeys.flowList(accountId, filter),
    queryFn: ({ signal }) => listAllFlows(accountId, signal),
  });

type FlowPage = ApiOutput<'listFlows'>;

async function listAllFlows(id: string, signal: AbortSignal): Promise<{ flows: FlowSummary[] }> {
  const flows: FlowSummary[] = [];
  let cursor: string | undefined;
  do {
    const input = { params: { id }, query: { ...filter, cursor } };
    const page: FlowPage = await callApi('listFlows', input, { signal });
    flows.push(...page.flows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { flows };
}

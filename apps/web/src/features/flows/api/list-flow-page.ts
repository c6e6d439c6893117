import type { FlowStatus, FlowSummary } from '@instaflow/contracts';
import { callApi } from '../../../shared/api/call-api';
import type { FlowPlace } from '../flow-place';

export type FlowFilter = {
  search: string;
  status: FlowStatus | undefined;
  hasErrors: boolean;
  place: FlowPlace;
  page: number;
};

export const flowsPerPage = 25;

export type FlowPage = { flows: FlowSummary[]; total: number; hasNext: boolean };

/** One page of flows. Those with errors are looked for here, in all of them: the server has no filter for it. */
export async function listFlowPage(
  accountId: string,
  filter: FlowFilter,
  signal: AbortSignal,
): Promise<FlowPage> {
  const { search, status, place, page, hasErrors } = filter;
  const query = {
    search,
    status,
    folderId: place.kind === 'folder' ? place.folderId : undefined,
    archived: place.kind === 'archived' ? ('true' as const) : undefined,
  };
  const read = (part: { page?: number; cursor?: string; limit: number }) =>
    callApi('listFlows', { params: { id: accountId }, query: { ...query, ...part } }, { signal });
  if (!hasErrors) {
    const { flows, total, nextCursor } = await read({ page, limit: flowsPerPage });
    return { flows, total, hasNext: nextCursor !== null };
  }
  const found: FlowSummary[] = [];
  let cursor: string | null = null;
  do {
    const { flows, nextCursor } = await read({ limit: 100, ...(cursor === null ? {} : { cursor }) });
    found.push(...flows.filter(({ errorCount }) => errorCount > 0));
    cursor = nextCursor;
  } while (cursor !== null);
  const end = page * flowsPerPage;
  return { flows: found.slice(end - flowsPerPage, end), total: found.length, hasNext: found.length > end };
}

import type { FlowSort, FlowStatus, FlowSummary, TriggerType } from '@instaflow/contracts';
import { callApi } from '../../../shared/api/call-api';
import type { FlowPlace } from '../flow-place';

export type FlowFilter = {
  search: string;
  status: FlowStatus | undefined;
  triggerType: TriggerType | undefined;
  /** Who made it; undefined for everybody. */
  ownerId: string | undefined;
  hasErrors: boolean;
  place: FlowPlace;
  sort: FlowSort;
  page: number;
};

export const flowsPerPage = 25;

export type FlowPage = { flows: FlowSummary[]; total: number; hasNext: boolean };

/** One page of flows. */
export async function listFlowPage(
  accountId: string,
  { place, hasErrors, ...filter }: FlowFilter,
  signal: AbortSignal,
): Promise<FlowPage> {
  const query = {
    ...filter,
    folderId: place.kind === 'folder' ? place.folderId : undefined,
    archived: place.kind === 'archived' ? ('true' as const) : undefined,
    hasErrors: hasErrors ? ('true' as const) : undefined,
    limit: flowsPerPage,
  };
  const { flows, total, nextCursor } = await callApi(
    'listFlows',
    { params: { id: accountId }, query },
    { signal },
  );
  return { flows, total, hasNext: nextCursor !== null };
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

export const waitingPerPage = 50;

/** Turns of a busy flow come by the hundred, so this is read at intervals and not at each of them. */
const rereadEveryMs = 5_000;

/** Who stands in a flow, at one step or at all (an empty id), and how many at each step. */
export function useWaiting({ flowId, nodeId, page }: { flowId: string; nodeId: string; page: number }) {
  const filter = { nodeId, page, limit: waitingPerPage };
  return useQuery({
    queryKey: queryKeys.waitingList(flowId, filter),
    queryFn: ({ signal }) => callApi('listWaiting', { params: { id: flowId }, query: filter }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: rereadEveryMs,
  });
}

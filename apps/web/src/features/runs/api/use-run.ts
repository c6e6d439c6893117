import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

const turnsPerPage = 100;

/** One run with its turns, the first first; nothing is asked while the id is null. */
export function useRun(runId: string | null) {
  return useInfiniteQuery({
    queryKey: queryKeys.run(runId ?? ''),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'getRun',
        {
          params: { id: runId ?? '' },
          query: { limit: turnsPerPage, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: runId !== null,
  });
}

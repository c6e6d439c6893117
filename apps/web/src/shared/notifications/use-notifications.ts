import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

const perPage = 25;

/** What the signed-in person was told, the latest first, with how much of it is unread; kept true by realtime events. */
export function useNotifications() {
  return useInfiniteQuery({
    queryKey: queryKeys.notifications,
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listNotifications',
        { query: { limit: perPage, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** The runs of a contact, newest first. */
export function useContactRuns(contactId: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.contactRuns(contactId),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listContactRuns',
        { params: { id: contactId }, query: pageParam ? { cursor: pageParam } : {} },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

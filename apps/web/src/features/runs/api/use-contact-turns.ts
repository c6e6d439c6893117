import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** The turns of a contact, newest first. */
export function useContactTurns(contactId: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.contactTurns(contactId),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listContactTurns',
        { params: { id: contactId }, query: pageParam ? { cursor: pageParam } : {} },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

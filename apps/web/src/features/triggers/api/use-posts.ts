import { useInfiniteQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

const perPage = 24;

/** Posts and reels of the account at Instagram, newest first. */
export function usePosts() {
  const accountId = useAccountId();
  return useInfiniteQuery({
    queryKey: queryKeys.posts(accountId),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listPosts',
        { params: { id: accountId }, query: { limit: perPage, cursor: pageParam || undefined } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useAccountId } from '../account/use-account-id';
import { callApi } from '../api/call-api';
import type { ConversationFilter } from '../api/conversation-filter';
import { queryKeys } from '../api/query-keys';

const perPage = 50;

/** Conversations of the current account, the latest first; realtime events keep the list true. */
export function useConversations(filter: ConversationFilter) {
  const accountId = useAccountId();
  const { unread, ...rest } = filter;
  return useInfiniteQuery({
    queryKey: queryKeys.conversationList(accountId, filter),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        'listConversations',
        {
          params: { id: accountId },
          query: {
            ...rest,
            ...(unread ? { unread: 'true' } : {}),
            limit: perPage,
            cursor: pageParam || undefined,
          },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: accountId !== '',
  });
}

import type { Conversation } from '@instaflow/contracts';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import type { ConversationPages } from '../../../shared/realtime/conversation-pages';

/** One conversation; at once when a list already holds it. */
export function useConversation(conversationId: string) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: queryKeys.conversation(conversationId),
    queryFn: ({ signal }) => callApi('getConversation', { params: { id: conversationId } }, { signal }),
    enabled: conversationId !== '',
    placeholderData: findInLists(queryClient, conversationId),
  });
}

function findInLists(queryClient: QueryClient, conversationId: string): Conversation | undefined {
  const lists = queryClient.getQueriesData<ConversationPages>({ queryKey: ['conversations'] });
  return lists
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap((page) => page.conversations)
    .find((conversation) => conversation.conversationId === conversationId);
}

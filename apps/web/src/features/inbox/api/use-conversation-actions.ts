import type { Conversation } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { useErrorText } from '../../../shared/components/use-error-text';
import { patchConversation } from '../../../shared/realtime/apply-realtime-event';
import { useSession } from '../../../shared/session/session-store';

/** What one can do with a conversation. The answer of the server is shown at once, not awaited from the stream. */
export function useConversationActions(conversationId: string) {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const userId = useSession((session) => session.userId);
  const params = { id: conversationId };
  const options = {
    onSuccess: (conversation: Conversation) => patchConversation(queryClient, conversation, userId),
    onError: (error: unknown) => void toast.error(errorText(error)),
  };
  return {
    takeOver: useMutation({ mutationFn: () => callApi('takeOver', { params }), ...options }),
    release: useMutation({ mutationFn: () => callApi('release', { params }), ...options }),
    setStatus: useMutation({
      mutationFn: (status: 'open' | 'closed') =>
        callApi('setConversationStatus', { params, body: { status } }),
      ...options,
    }),
    assign: useMutation({
      mutationFn: (assignee: string | null) =>
        callApi('assignConversation', { params, body: { userId: assignee } }),
      ...options,
    }),
  };
}

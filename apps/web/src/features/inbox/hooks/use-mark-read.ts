import type { Conversation } from '@instaflow/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAccess } from '../../../shared/account/use-access';
import { callApi } from '../../../shared/api/call-api';
import { patchConversation } from '../../../shared/realtime/apply-realtime-event';
import { useSession } from '../../../shared/session/session-store';

/** Marks the open conversation read while someone can see it. */
export function useMarkRead(conversation: Conversation | undefined): void {
  const queryClient = useQueryClient();
  const canAnswer = useAccess().can('answerPeople');
  const id = conversation?.conversationId;
  const unread = conversation?.unreadCount ?? 0;
  useEffect(() => {
    if (!id || unread === 0 || !canAnswer) return undefined;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      // A failure leaves the count as it is, which is the truth; the next message tries again.
      callApi('markRead', { params: { id } })
        .then((read) => patchConversation(queryClient, read, useSession.getState().userId))
        .catch(() => undefined);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [id, unread, canAnswer, queryClient]);
}

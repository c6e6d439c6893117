import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '@instaflow/contracts';
import { queryKeys } from '../../../shared/api/query-keys';
import { announce } from '../../../shared/components/live-region';
import { conversationName } from '../../../shared/conversation/conversation-name';
import { listenToRealtime } from '../../../shared/realtime/realtime-listeners';

/** Reads new messages of the open conversation to screen readers. */
export function useMessageAnnouncements(conversationId: string): void {
  const { t } = useTranslation('inbox');
  const queryClient = useQueryClient();
  useEffect(
    () =>
      listenToRealtime((event) => {
        if (event.type !== 'message.created' || event.data.direction !== 'inbound') return;
        if (event.data.conversationId !== conversationId) return;
        const conversation = queryClient.getQueryData<Conversation>(queryKeys.conversation(conversationId));
        const name = conversation ? conversationName(conversation) : '';
        announce(t('thread.newMessage', { name, text: event.data.content.text ?? '' }));
      }),
    [conversationId, queryClient, t],
  );
}

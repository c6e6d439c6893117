import type { Conversation } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../shared/api/query-keys';
import { conversationName } from '../../shared/conversation/conversation-name';
import { listenToRealtime } from '../../shared/realtime/realtime-listeners';

/** Tells, on every page and in the background, when a conversation starts to need a person. */
export function usePendingHumanNotices(): void {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    const told = new Set<string>();
    return listenToRealtime((event) => {
      if (event.type !== 'conversation.updated') return;
      const { conversationId, instagramAccountId, status, assignedAgentId } = event.data;
      if (status !== 'pending_human') {
        told.delete(conversationId);
        return;
      }
      const known = queryClient.getQueryData<Conversation>(queryKeys.conversation(conversationId));
      if (told.has(conversationId) || known?.status === 'pending_human' || assignedAgentId !== null) return;
      told.add(conversationId);
      const title = t('pendingHuman.title', { name: conversationName(event.data) });
      const open = () => void navigate(`/accounts/${instagramAccountId}/inbox/${conversationId}`);
      toast(title, { action: { label: t('pendingHuman.open'), onClick: open } });
      if (document.visibilityState === 'hidden' && typeof Notification !== 'undefined') {
        if (Notification.permission === 'granted') new Notification(title, { tag: conversationId });
      }
    });
  }, [navigate, queryClient, t]);
}

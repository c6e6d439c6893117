import { toast } from '@instaflow/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { placeOfNotification } from '../../features/notifications/place-of-notification';
import { listenToRealtime } from '../../shared/realtime/realtime-listeners';

/** Tells on every page what is told to the signed-in person as it happens. */
export function useNotificationToasts(): void {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  useEffect(
    () =>
      listenToRealtime((event) => {
        // That somebody waits for a person has a toast of its own, with the name.
        if (event.type !== 'notification.created' || event.data.kind === 'human_takeover') return;
        const { notificationId, title, message, kind } = event.data;
        const open = () => void navigate(placeOfNotification(event.data));
        const show = kind === 'team_message' || kind === 'flow_comment' ? toast : toast.warning;
        show(title, {
          id: notificationId,
          description: message || undefined,
          action: { label: t('notifications.open'), onClick: open },
        });
      }),
    [navigate, t],
  );
}

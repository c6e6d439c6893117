import type { Notification } from '@instaflow/contracts';
import { Button, EmptyState } from '@instaflow/ui';
import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NotificationItem } from './notification-item';

export type NotificationListProps = {
  notifications: readonly Notification[];
  more: { hasMore: boolean; isBusy: boolean; onMore: () => void };
  onRead: (notificationId: string) => void;
  /** Somebody went to what a notification is about. */
  onFollow: () => void;
};

/** What there is to tell, page after page. */
export function NotificationList({ notifications, more, onRead, onFollow }: NotificationListProps) {
  const { t } = useTranslation(['notifications', 'app']);
  if (notifications.length === 0) {
    return <EmptyState icon={<Bell />} title={t('emptyTitle')} description={t('emptyText')} />;
  }
  return (
    <>
      <ul aria-label={t('title')} className="-mx-2 flex flex-col gap-0.5">
        {notifications.map((notification) => (
          <NotificationItem
            key={notification.notificationId}
            notification={notification}
            onRead={() => onRead(notification.notificationId)}
            onFollow={onFollow}
          />
        ))}
      </ul>
      {more.hasMore ? (
        <Button className="self-center" isBusy={more.isBusy} onClick={more.onMore}>
          {t('app:actions.loadMore')}
        </Button>
      ) : (
        <p className="text-center text-xs text-ink-faint">{t('kept')}</p>
      )}
    </>
  );
}

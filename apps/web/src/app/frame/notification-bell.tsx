import { Button } from '@instaflow/ui';
import { Bell } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotifications } from '../../shared/notifications/use-notifications';
import { countUnread } from '../../shared/realtime/notification-pages';

const NotificationSheet = lazy(async () => ({
  default: (await import('../../features/notifications/components/notification-sheet')).NotificationSheet,
}));

/** How much is new for the signed-in person, and the way to read it. */
export function NotificationBell() {
  const { t } = useTranslation('app');
  const [isOpen, setIsOpen] = useState(false);
  const unread = countUnread(useNotifications().data);
  const label = unread > 0 ? t('notifications.unread', { count: unread }) : t('notifications.none');
  return (
    <>
      <Button
        variant="ghost"
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        className="relative size-9 px-0"
        onClick={() => setIsOpen(true)}
      >
        <Bell aria-hidden="true" />
        {unread > 0 && (
          <span
            aria-hidden="true"
            className="absolute top-0.5 right-0 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-semibold text-accent-ink"
          >
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <NotificationSheet onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

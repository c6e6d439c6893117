import { Button, Sheet, SkeletonRows } from '@instaflow/ui';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { FormError } from '../../../shared/forms/form-error';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import { useNotifications } from '../../../shared/notifications/use-notifications';
import { countUnread } from '../../../shared/realtime/notification-pages';
import { useReadNotifications } from '../api/use-read-notifications';
import english from '../locales/en.json';
import { NotificationList } from './notification-list';

addCatalogue('notifications', english);

export type NotificationSheetProps = { onClose: () => void };

/** Everything the signed-in person was told, in all their workspaces. The whole screen on phones. */
export function NotificationSheet({ onClose }: NotificationSheetProps) {
  const { t } = useTranslation(['notifications', 'app']);
  const list = useNotifications();
  const read = useReadNotifications();
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('title')}
      closeLabel={t('app:actions.close')}
    >
      <div className="flex flex-col gap-3">
        {countUnread(list.data) > 0 && (
          <Button size="sm" className="self-start" isBusy={read.isPending} onClick={() => read.mutate(null)}>
            <CheckCheck aria-hidden="true" />
            {t('markAll')}
          </Button>
        )}
        <FormError error={read.error} />
        <QueryView
          query={list}
          skeleton={<SkeletonRows label={t('app:loading')} className="h-18" count={6} />}
        >
          {({ pages }) => (
            <NotificationList
              notifications={pages.flatMap((page) => page.notifications)}
              more={{
                hasMore: list.hasNextPage,
                isBusy: list.isFetchingNextPage,
                onMore: () => void list.fetchNextPage(),
              }}
              onRead={(id) => read.mutate(id)}
              onFollow={onClose}
            />
          )}
        </QueryView>
      </div>
    </Sheet>
  );
}

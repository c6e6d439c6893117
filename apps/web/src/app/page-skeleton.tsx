import { Skeleton } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Page } from '../shared/components/page';

/** What is shown while a page's code loads. */
export function PageSkeleton() {
  const { t } = useTranslation('app');
  return (
    <Page>
      <div role="status" className="flex flex-col gap-4">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
      </div>
    </Page>
  );
}

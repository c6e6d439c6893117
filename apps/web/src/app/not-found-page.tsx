import { Button, EmptyState } from '@instaflow/ui';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePageTitle } from '../shared/components/use-page-title';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  usePageTitle(t('notFound.title'));
  return (
    <div className="grid min-h-full place-items-center">
      <h1 className="sr-only">{t('notFound.title')}</h1>
      <EmptyState
        icon={<Compass />}
        title={t('notFound.title')}
        description={t('notFound.message')}
        action={
          <Button asChild variant="primary">
            <Link to="/accounts">{t('actions.goHome')}</Link>
          </Button>
        }
      />
    </div>
  );
}

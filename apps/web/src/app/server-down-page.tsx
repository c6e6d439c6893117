import { ErrorState } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';

export type ServerDownPageProps = { onRetry: () => void };

/** The app is there, the server is not. */
export function ServerDownPage({ onRetry }: ServerDownPageProps) {
  const { t } = useTranslation('app');
  return (
    <main className="grid min-h-full place-items-center">
      <h1 className="sr-only">{t('serverDown.title')}</h1>
      <ErrorState
        title={t('serverDown.title')}
        message={t('serverDown.message')}
        retry={{ label: t('actions.retry'), onRetry }}
      />
    </main>
  );
}

import { ErrorState } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';
import { useErrorText } from './use-error-text';

export type LoadErrorProps = { error: unknown; onRetry: () => void; isRetrying?: boolean };

/** A failed load, in place: what happened, how to try again, and the id to quote when asking for help. */
export function LoadError({ error, onRetry, isRetrying }: LoadErrorProps) {
  const { t } = useTranslation('app');
  const errorText = useErrorText();
  if (error instanceof ApiError && error.status === 403) {
    return <ErrorState title={t('noPermission.title')} message={t('noPermission.message')} />;
  }
  if (error instanceof ApiError && error.status === 404) {
    return <ErrorState title={t('gone.title')} message={t('gone.message')} />;
  }
  return (
    <ErrorState
      title={t('errors.loadTitle')}
      message={errorText(error)}
      requestId={error instanceof ApiError ? error.requestId : null}
      retry={{ label: t('actions.retry'), onRetry, isBusy: isRetrying }}
    />
  );
}

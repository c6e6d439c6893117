import { Button, ErrorState } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccountId } from '../account/use-account-id';
import { ApiError } from '../api/api-error';
import { useErrorText } from './use-error-text';

export type LoadErrorProps = { error: unknown; onRetry: () => void; isRetrying?: boolean };

/** A failed load, in place: what happened, how to try again, and the id to quote when asking for help. */
export function LoadError({ error, onRetry, isRetrying }: LoadErrorProps) {
  const { t } = useTranslation('app');
  const errorText = useErrorText();
  if (error instanceof ApiError && error.status === 403) {
    return (
      <ErrorState title={t('noPermission.title')} message={t('noPermission.message')} action={<WayOn />} />
    );
  }
  if (error instanceof ApiError && error.status === 404) {
    return <ErrorState title={t('gone.title')} message={t('gone.message')} action={<WayOn />} />;
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

function WayOn() {
  const { t } = useTranslation('app');
  const accountId = useAccountId();
  return (
    <Button asChild>
      {accountId ? (
        <Link to={`/accounts/${accountId}`}>{t('actions.goOverview')}</Link>
      ) : (
        <Link to="/accounts">{t('actions.goHome')}</Link>
      )}
    </Button>
  );
}

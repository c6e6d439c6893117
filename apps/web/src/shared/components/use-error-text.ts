import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error';

/** What went wrong, for a person: our own words where we have them, else the server's. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('app');
  return (error) => {
    if (!(error instanceof ApiError)) return t('errors.unexpected');
    if (error.status >= 500) return t('errors.server');
    switch (error.code) {
      case 'network_error':
        return t('errors.network');
      case 'forbidden':
        return t('errors.forbidden');
      case 'stale_revision':
        return t('errors.stale');
      case 'too_many_requests':
        return t('errors.tooMany');
      default:
        return error.message || t('errors.unexpected');
    }
  };
}

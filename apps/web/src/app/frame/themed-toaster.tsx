import { Toaster } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../../shared/appearance/appearance-store';
import { useNotificationToasts } from './use-notification-toasts';
import { usePendingHumanNotices } from './use-pending-human-notices';

/** Toasts in the chosen theme, and those that call for a person. */
export function ThemedToaster() {
  const { t } = useTranslation('app');
  const theme = useAppearance((appearance) => appearance.theme);
  usePendingHumanNotices();
  useNotificationToasts();
  return <Toaster label={t('toasts.label')} theme={theme} />;
}

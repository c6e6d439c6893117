import type { InstagramAccount } from '@instaflow/contracts';
import { ConfirmDialog } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { usePauseAccount } from '../../../shared/account/use-pause-account';
import { useErrorText } from '../../../shared/components/use-error-text';

export type PauseDialogProps = { account: InstagramAccount; onClose: () => void };

/** Asks before the red button is pressed. */
export function PauseDialog({ account, onClose }: PauseDialogProps) {
  const { t } = useTranslation(['accounts', 'app']);
  const errorText = useErrorText();
  const pause = usePauseAccount();
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('pause.title', { username: account.instagramUsername })}
      description={t('pause.text')}
      confirmLabel={t('pause.confirm')}
      cancelLabel={t('app:actions.cancel')}
      isDangerous
      isBusy={pause.isPending}
      error={pause.error && errorText(pause.error)}
      onConfirm={() => pause.mutate({ account, isPaused: true }, { onSuccess: onClose })}
    />
  );
}

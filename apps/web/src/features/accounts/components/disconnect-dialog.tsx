import type { InstagramAccount } from '@instaflow/contracts';
import { ConfirmDialog, toast } from '@instaflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { useErrorText } from '../../../shared/components/use-error-text';

export type DisconnectDialogProps = { account: InstagramAccount; onClose: () => void };

/** Asks for the user name before an account is disconnected. */
export function DisconnectDialog({ account, onClose }: DisconnectDialogProps) {
  const { t } = useTranslation(['accounts', 'app']);
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const username = account.instagramUsername;
  const disconnect = useMutation({
    mutationFn: () => callApi('disconnectAccount', { params: { id: account.instagramAccountId } }),
    onSuccess: async () => {
      onClose();
      toast.success(t('disconnect.done', { username }));
      await navigate('/accounts');
      await queryClient.invalidateQueries({ queryKey: queryKeys.accounts });
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('disconnect.title', { username })}
      description={t('disconnect.text')}
      confirmLabel={t('disconnect.confirm')}
      cancelLabel={t('app:actions.cancel')}
      typed={{ text: username, label: t('disconnect.typed', { username }) }}
      isDangerous
      isBusy={disconnect.isPending}
      error={disconnect.error && errorText(disconnect.error)}
      onConfirm={() => disconnect.mutate()}
    />
  );
}

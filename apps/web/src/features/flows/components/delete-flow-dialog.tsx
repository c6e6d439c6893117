import type { FlowSummary } from '@instaflow/contracts';
import { ConfirmDialog, toast } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useFlowActions } from '../api/use-flow-actions';

export type DeleteFlowDialogProps = { flow: FlowSummary; onClose: () => void };

/** Asks before a flow is deleted. */
export function DeleteFlowDialog({ flow, onClose }: DeleteFlowDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const errorText = useErrorText();
  const { remove } = useFlowActions(flow);
  const { name } = flow;
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('deleteTitle', { name })}
      description={t('deleteText')}
      confirmLabel={t('delete')}
      cancelLabel={t('app:actions.cancel')}
      isDangerous
      isBusy={remove.isPending}
      error={remove.error && errorText(remove.error)}
      onConfirm={() =>
        void remove.mutateAsync().then(
          () => {
            onClose();
            toast.success(t('done.deleted', { name }));
          },
          () => undefined,
        )
      }
    />
  );
}

import { ConfirmDialog, toast } from '@instaflow/ui';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useFlowChanges } from '../api/use-flow-changes';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import '../texts/edit-texts';

/** Asks before the flow stops answering. */
export function DeactivateDialog() {
  const t = useTexts();
  const store = useBuilderStore();
  const errorText = useErrorText();
  const isOpen = useBuilder(({ dialog }) => dialog === 'deactivate');
  const { deactivate } = useFlowChanges();
  const close = () => {
    store.getState().setDialog(null);
  };
  return (
    <ConfirmDialog
      isDangerous
      isOpen={isOpen}
      title={t('deactivate.title')}
      description={t('deactivate.description')}
      confirmLabel={t('deactivate.confirm')}
      cancelLabel={t('cancel')}
      isBusy={deactivate.isPending}
      error={deactivate.isError && t('deactivate.failed', { reason: errorText(deactivate.error) })}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      onConfirm={() => {
        deactivate.mutate(undefined, {
          onSuccess: () => {
            close();
            toast.success(t('deactivate.done'));
          },
        });
      }}
    />
  );
}

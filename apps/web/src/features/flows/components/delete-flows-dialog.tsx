import type { FlowSummary } from '@instaflow/contracts';
import { ConfirmDialog, toast } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useRefreshFlows } from '../api/use-refresh-flows';
import { runFlowCommand } from '../flow-command';

export type DeleteFlowsDialogProps = {
  flows: readonly FlowSummary[];
  /** Several are deleted with their progress shown. */
  onMany: () => void;
  onClose: () => void;
};

/** Asks before flows are deleted; their number has to be typed when they are many. */
export function DeleteFlowsDialog({ flows, onMany, onClose }: DeleteFlowsDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const errorText = useErrorText();
  const refresh = useRefreshFlows();
  const [first] = flows;
  const isOne = flows.length === 1;
  const name = first?.name ?? '';
  const remove = useMutation({
    mutationFn: async () => first && (await runFlowCommand(first, { kind: 'delete' })),
    onSuccess: () => {
      onClose();
      toast.success(t('done.deleted', { name }));
      return refresh();
    },
  });
  const count = String(flows.length);
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={isOne ? t('deleteTitle', { name }) : t('bulk.deleteTitle', { count: flows.length })}
      description={t('deleteText')}
      confirmLabel={t('delete')}
      cancelLabel={t('app:actions.cancel')}
      isDangerous
      isBusy={remove.isPending}
      error={remove.error && errorText(remove.error)}
      {...(isOne ? {} : { typed: { text: count, label: t('bulk.deleteTyped', { count: flows.length }) } })}
      onConfirm={isOne ? () => remove.mutate() : onMany}
    />
  );
}

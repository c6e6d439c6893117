import type { Trigger } from '@instaflow/contracts';
import { Button, Dialog } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { addCatalogue } from '../../../shared/i18n/add-catalogue';
import { FormError } from '../../../shared/forms/form-error';
import { useAllFlows } from '../../../shared/flow/use-all-flows';
import { useTriggerForm } from '../hooks/use-trigger-form';
import english from '../locales/en.json';
import { ConflictHint } from './conflict-hint';
import { NoFlows } from './no-flows';
import { TriggerFields } from './trigger-fields';

// The builder opens it without the page of triggers.
addCatalogue('triggers', english);

export type TriggerDialogProps = {
  /** Null makes a new one. */
  trigger: Trigger | null;
  triggers: readonly Trigger[];
  /** The flow a new one starts, where that is plain; otherwise it is chosen. */
  flowId?: string;
  onClose: () => void;
};

const formId = 'trigger';

/** Creates or changes a trigger, and warns of others with the same words. */
export function TriggerDialog({ trigger, triggers, flowId, onClose }: TriggerDialogProps) {
  const { t } = useTranslation(['triggers', 'app']);
  const flows = useAllFlows().data?.flows;
  const form = useTriggerForm({
    trigger,
    triggers,
    flows: flows ?? [],
    flowId: flowId ?? null,
    onSaved: onClose,
  });
  const hasFlows = flowId !== undefined || flows?.length !== 0;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={trigger ? t('form.titleEdit') : t('form.titleNew')}
      closeLabel={t('app:actions.close')}
      size="lg"
      footer={
        hasFlows && (
          <>
            <Button onClick={onClose}>{t('app:actions.cancel')}</Button>
            <Button type="submit" form={formId} variant="primary" isBusy={form.isSaving}>
              {t('form.submit')}
            </Button>
          </>
        )
      }
    >
      {hasFlows ? (
        <form id={formId} noValidate onSubmit={form.submit} className="flex flex-col gap-4">
          <TriggerFields
            draft={form.draft}
            flows={flowId === undefined ? (flows ?? []) : null}
            isNew={trigger === null}
            problems={form.problems}
            onChange={form.change}
          />
          <ConflictHint conflicts={form.conflicts} />
          <FormError error={form.error} />
        </form>
      ) : (
        <NoFlows />
      )}
    </Dialog>
  );
}

import type { Trigger } from '@instaflow/contracts';
import { Button, Dialog, EmptyState, toast } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { FormError } from '../../../shared/forms/form-error';
import { useAllFlows } from '../api/use-all-flows';
import { useTriggerActions } from '../api/use-trigger-actions';
import { findConflicts } from '../find-conflicts';
import { checkTriggerDraft, emptyDraft, fromTriggerDraft, toTriggerDraft } from '../trigger-draft';
import { ConflictHint } from './conflict-hint';
import { TriggerFields } from './trigger-fields';

export type TriggerDialogProps = {
  /** Null makes a new one. */
  trigger: Trigger | null;
  triggers: readonly Trigger[];
  onClose: () => void;
};

const formId = 'trigger';

/** Creates or changes a trigger, and warns of others with the same words. */
export function TriggerDialog({ trigger, triggers, onClose }: TriggerDialogProps) {
  const { t } = useTranslation(['triggers', 'app']);
  const accountId = useAccountId();
  const flows = useAllFlows().data?.flows;
  const { save } = useTriggerActions();
  const [draft, setDraft] = useState(() => (trigger ? toTriggerDraft(trigger) : emptyDraft));
  const [isChecked, setIsChecked] = useState(false);
  const filled = { ...draft, flowId: draft.flowId || (flows?.[0]?.flowId ?? '') };
  const problems = checkTriggerDraft(filled);
  const { keyword, postPermalink } = fromTriggerDraft(filled);
  const triggerId = trigger?.triggerId ?? null;
  const conflicts = findConflicts({ triggerId, type: draft.type, keyword, postPermalink }, triggers);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (problems.length > 0) return;
    save.mutate(
      { triggerId, draft: filled },
      {
        onSuccess: () => {
          toast.success(t('done.saved'));
          onClose();
        },
      },
    );
  };
  const hasFlows = flows === undefined || flows.length > 0;
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
            <Button type="submit" form={formId} variant="primary" isBusy={save.isPending}>
              {t('form.submit')}
            </Button>
          </>
        )
      }
    >
      {hasFlows ? (
        <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
          <TriggerFields
            draft={filled}
            flows={flows ?? []}
            isNew={trigger === null}
            problems={isChecked ? problems : []}
            onChange={(change) => setDraft({ ...filled, ...change })}
          />
          <ConflictHint conflicts={conflicts} />
          <FormError error={save.error} />
        </form>
      ) : (
        <EmptyState
          title={t('noFlows')}
          action={
            <Button asChild variant="primary">
              <Link to={`/accounts/${accountId}/flows?new=true`}>{t('goToFlows')}</Link>
            </Button>
          }
        />
      )}
    </Dialog>
  );
}

import type { Trigger } from '@instaflow/contracts';
import { ConfirmDialog, DropdownMenu, IconButton, MenuItem, toast } from '@instaflow/ui';
import { ChevronDown, ChevronUp, EllipsisVertical, PenLine, Trash2, Workflow } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useTriggerActions } from '../api/use-trigger-actions';

export type TriggerMenuProps = {
  trigger: Trigger;
  name: string;
  onEdit: () => void;
  /** Null where the order cannot be changed. */
  onStep: ((by: 1 | -1) => void) | null;
  isFirst: boolean;
  isLast: boolean;
};

/** What one can do with a trigger. */
export function TriggerMenu({ trigger, name, onEdit, onStep, isFirst, isLast }: TriggerMenuProps) {
  const { t } = useTranslation(['triggers', 'app']);
  const errorText = useErrorText();
  const { remove } = useTriggerActions();
  const navigate = useNavigate();
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton size="sm" hasTooltip={false} label={t('menu', { name })}>
            <EllipsisVertical aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={onEdit}>
          <PenLine aria-hidden="true" />
          {t('edit')}
        </MenuItem>
        <MenuItem
          onSelect={() => void navigate(`/accounts/${trigger.instagramAccountId}/flows/${trigger.flowId}`)}
        >
          <Workflow aria-hidden="true" />
          {t('openFlow')}
        </MenuItem>
        {onStep && !isFirst && (
          <MenuItem onSelect={() => onStep(-1)}>
            <ChevronUp aria-hidden="true" />
            {t('order.moveUp')}
          </MenuItem>
        )}
        {onStep && !isLast && (
          <MenuItem onSelect={() => onStep(1)}>
            <ChevronDown aria-hidden="true" />
            {t('order.moveDown')}
          </MenuItem>
        )}
        <MenuItem isDangerous onSelect={() => setIsDeleting(true)}>
          <Trash2 aria-hidden="true" />
          {t('delete')}
        </MenuItem>
      </DropdownMenu>
      {isDeleting && (
        <ConfirmDialog
          isOpen
          onOpenChange={setIsDeleting}
          title={t('deleteTitle')}
          description={t('deleteText', { flow: trigger.flowName })}
          confirmLabel={t('delete')}
          cancelLabel={t('app:actions.cancel')}
          isDangerous
          isBusy={remove.isPending}
          error={remove.error && errorText(remove.error)}
          onConfirm={() => remove.mutate(trigger, { onSuccess: () => toast.success(t('done.deleted')) })}
        />
      )}
    </>
  );
}

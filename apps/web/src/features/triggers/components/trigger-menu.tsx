import type { Trigger } from '@instaflow/contracts';
import { ConfirmDialog, DropdownMenu, IconButton, MenuItem, toast } from '@instaflow/ui';
import { EllipsisVertical, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useTriggerActions } from '../api/use-trigger-actions';

export type TriggerMenuProps = { trigger: Trigger; name: string; onEdit: () => void };

/** Edit and delete. */
export function TriggerMenu({ trigger, name, onEdit }: TriggerMenuProps) {
  const { t } = useTranslation(['triggers', 'app']);
  const errorText = useErrorText();
  const { remove } = useTriggerActions();
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

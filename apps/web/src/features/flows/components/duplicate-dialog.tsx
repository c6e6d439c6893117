import { Button, Dialog, Field, Notice, Select } from '@instaflow/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountId } from '../../../shared/account/use-account-id';
import { useEditableAccounts } from '../api/use-editable-accounts';

export type DuplicateDialogProps = {
  name: string;
  onChoose: (instagramAccountId: string) => void;
  onClose: () => void;
};

/** Chooses the account flows are copied to. */
export function DuplicateDialog({ name, onChoose, onClose }: DuplicateDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const current = useAccountId();
  const accounts = useEditableAccounts();
  const [chosen, setChosen] = useState<string | null>(null);
  const target =
    chosen ??
    accounts.find((account) => account.instagramAccountId !== current)?.instagramAccountId ??
    current;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('copy.title', { name })}
      closeLabel={t('app:actions.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app:actions.cancel')}</Button>
          <Button variant="primary" onClick={() => onChoose(target)}>
            {t('duplicate')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('copy.account')}>
          <Select
            value={target}
            options={accounts.map(({ instagramAccountId: id, instagramUsername }) => ({
              value: id,
              label: id === current ? t('copy.here', { name: instagramUsername }) : `@${instagramUsername}`,
            }))}
            onChange={setChosen}
          />
        </Field>
        <Notice>{target === current ? t('copy.textHere') : t('copy.textOther')}</Notice>
      </div>
    </Dialog>
  );
}

import type { FlowFolder } from '@instaflow/contracts';
import { Button, Dialog, Field, Input } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../../shared/forms/form-error';
import { useFolderActions } from './use-folder-actions';

export type NameFolderDialogProps = {
  /** Null makes a new one. */
  folder: FlowFolder | null;
  /** Where a new one stands; null at the top. */
  parent: FlowFolder | null;
  onClose: () => void;
};

const formId = 'name-folder';

/** Names a new folder or renames one. */
export function NameFolderDialog({ folder, parent, onClose }: NameFolderDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const { create, rename } = useFolderActions();
  const [name, setName] = useState(folder?.name ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    setIsMissing(wanted === '');
    if (wanted === '') return;
    if (folder) rename.mutate({ folderId: folder.folderId, name: wanted }, { onSuccess: onClose });
    else create.mutate({ name: wanted, parentFolderId: parent?.folderId ?? null }, { onSuccess: onClose });
  };
  const title = parent ? t('folders.newIn', { name: parent.name }) : t('folders.new');
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={folder ? t('folders.renameTitle', { name: folder.name }) : title}
      closeLabel={t('app:actions.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app:actions.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isBusy={create.isPending || rename.isPending}>
            {t('app:actions.save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('folders.name')} error={isMissing ? t('folders.nameMissing') : null}>
          <Input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </Field>
        <FormError error={create.error ?? rename.error} />
      </form>
    </Dialog>
  );
}

import { Button, Dialog, Field, Input } from '@instaflow/ui';
import { LayoutTemplate } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { FormError } from '../../../shared/forms/form-error';
import { useCreateFlow } from '../api/use-create-flow';

export type CreateFlowDialogProps = {
  /** The place that is looked at: a folder gets the new flow. */
  folderId: string;
  onClose: () => void;
};

const formId = 'create-flow';

/** Names a new, blank flow and opens it; or leads to the templates. */
export function CreateFlowDialog({ folderId, onClose }: CreateFlowDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const accountId = useAccountId();
  const [name, setName] = useState('');
  const [isNameMissing, setIsNameMissing] = useState(false);
  const create = useCreateFlow(folderId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsNameMissing(name.trim() === '');
    if (name.trim() !== '') create.mutate(name.trim());
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('create.title')}
      closeLabel={t('app:actions.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app:actions.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isBusy={create.isPending}>
            {t('create.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={t('create.name')}
          hint={t('create.hint')}
          error={isNameMissing ? t('create.nameMissing') : null}
        >
          <Input
            value={name}
            maxLength={200}
            placeholder={t('create.namePlaceholder')}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <FormError error={create.error} />
      </form>
      <Link
        to={`/accounts/${accountId}/flows/new`}
        className="mt-4 flex items-center gap-3 rounded-lg border border-line p-3 transition-colors hover:bg-hover"
      >
        <LayoutTemplate aria-hidden="true" className="size-5 shrink-0 text-accent-text" />
        <span className="flex flex-col">
          <span className="font-medium">{t('create.fromTemplate')}</span>
          <span className="text-sm text-ink-muted">{t('create.fromTemplateText')}</span>
        </span>
      </Link>
    </Dialog>
  );
}

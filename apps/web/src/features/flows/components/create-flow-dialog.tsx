import { Button, cx, Dialog, Field, Input } from '@instaflow/ui';
import { LayoutTemplate, Sparkles, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
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

/** Names a new flow and opens it, blank or to be described in words; or leads to the templates. */
export function CreateFlowDialog({ folderId, onClose }: CreateFlowDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const [name, setName] = useState('');
  const [isNameMissing, setIsNameMissing] = useState(false);
  const create = useCreateFlow(folderId);
  const make = (isToDescribe: boolean) => {
    setIsNameMissing(name.trim() === '');
    if (name.trim() !== '') create.mutate({ name: name.trim(), isToDescribe });
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
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make(false);
        }}
        className="flex flex-col gap-4"
      >
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
      <OtherWays isBusy={create.isPending} onDescribe={() => make(true)} />
    </Dialog>
  );
}

function OtherWays({ isBusy, onDescribe }: { isBusy: boolean; onDescribe: () => void }) {
  const { t } = useTranslation('flows');
  const accountId = useAccountId();
  return (
    <div className="mt-4 flex flex-col gap-2">
      <button type="button" disabled={isBusy} onClick={onDescribe} className={cx(otherWay, 'text-left')}>
        <WayText icon={Sparkles} title={t('create.describe')} text={t('create.describeText')} />
      </button>
      <Link to={`/accounts/${accountId}/flows/new`} className={otherWay}>
        <WayText icon={LayoutTemplate} title={t('create.fromTemplate')} text={t('create.fromTemplateText')} />
      </Link>
    </div>
  );
}

const otherWay =
  'flex items-center gap-3 rounded-lg border border-line p-3 transition-colors hover:bg-hover disabled:opacity-55';

function WayText({ icon: Icon, title, text }: { icon: LucideIcon; title: string; text: string }) {
  return (
    <>
      <Icon aria-hidden="true" className="size-5 shrink-0 text-accent-text" />
      <span className="flex flex-col">
        <span className="font-medium">{title}</span>
        <span className="text-sm text-ink-muted">{text}</span>
      </span>
    </>
  );
}

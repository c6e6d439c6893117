import { Button, Dialog, Field, Input } from '@instaflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { FormError } from '../../../shared/forms/form-error';
import { loadTemplate, type TemplateId } from '../load-template';
import { TemplateChoice } from './template-choice';

export type CreateFlowDialogProps = { onClose: () => void };

const formId = 'create-flow';

/** Names a new flow, blank or from a template, and opens it. */
export function CreateFlowDialog({ onClose }: CreateFlowDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const accountId = useAccountId();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [isNameMissing, setIsNameMissing] = useState(false);
  const [template, setTemplate] = useState<TemplateId>('blank');
  const create = useMutation({
    mutationFn: async () =>
      callApi('createFlow', {
        params: { id: accountId },
        body: { name: name.trim(), flowDefinition: await loadTemplate(template) },
      }),
    onSuccess: async (flow) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId) });
      await navigate(`/accounts/${accountId}/flows/${flow.flowId}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsNameMissing(name.trim() === '');
    if (name.trim() !== '') create.mutate();
  };
  const choose = (chosen: TemplateId) => {
    const suggested = template === 'blank' ? '' : t(`templates.${template}.name`);
    if (name.trim() === suggested) setName(chosen === 'blank' ? '' : t(`templates.${chosen}.name`));
    setTemplate(chosen);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('create.title')}
      closeLabel={t('app:actions.close')}
      size="lg"
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
        <Field label={t('create.name')} error={isNameMissing ? t('create.nameMissing') : null}>
          <Input
            value={name}
            maxLength={200}
            placeholder={t('create.namePlaceholder')}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <TemplateChoice value={template} onChange={choose} />
        <FormError error={create.error} />
      </form>
    </Dialog>
  );
}

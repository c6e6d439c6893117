import type { FlowTemplate } from '@instaflow/contracts';
import { Button, Field, Input } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { ImportError } from '../transfer/import-error';
import { RequirementList } from '../transfer/requirement-list';
import { useImport } from '../transfer/use-import';
import { TemplateKeywords } from './template-keywords';
import { TemplateLinks } from './template-links';
import type { useTemplateFill } from './use-template-fill';

export type TemplateFormProps = { template: FlowTemplate; fill: ReturnType<typeof useTemplateFill> };

/** Name, keywords, addresses and names of a template; makes its flows and opens the first. */
export function TemplateForm({ template, fill }: TemplateFormProps) {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const accountId = useAccountId();
  const { make } = useImport();
  const create = useMutation({
    mutationFn: async () => make.mutateAsync({ bundle: await fill.finish(), mapping: fill.mapping }),
    onSuccess: async ({ flows: [first] }) => {
      if (first) await navigate(`/accounts/${accountId}/flows/${first.flowId}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!create.isPending) create.mutate();
  };
  const { values, mapping, change, map } = fill;
  const triggers = template.bundle.flows[0]?.triggers ?? [];
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Field label={t('create.name')}>
        <Input
          value={values.name}
          maxLength={200}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <TemplateKeywords triggers={triggers} fill={fill} />
      <TemplateLinks fill={fill} />
      <section className="flex flex-col gap-3">
        <h2 className="text-base font-semibold">{t('needs.title')}</h2>
        <RequirementList requirements={template.requirements} mapping={mapping} onMap={map} />
      </section>
      <ImportError error={create.error} />
      <Button type="submit" variant="primary" className="self-start" isBusy={create.isPending}>
        {t('create.submit')}
      </Button>
      <p className="text-sm text-ink-muted">{t('import.asDraft')}</p>
    </form>
  );
}

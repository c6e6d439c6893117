import type { FlowTemplate } from '@instaflow/contracts';
import { Badge, Button, PageHeader, Select, Skeleton } from '@instaflow/ui';
import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { useAccount } from '../../../shared/account/use-account';
import { Page } from '../../../shared/components/page';
import { TemplateForm } from './template-form';
import { useTemplateFill } from './use-template-fill';

// The engine that plays the conversation is large; the form is there without it.
const ConversationPreview = lazy(async () => ({
  default: (await import('./conversation-preview')).ConversationPreview,
}));

export type TemplateDetailProps = { template: FlowTemplate; onBack: () => void };

/** One template: how it talks, what it needs, and what is filled in before flows are made of it. */
export function TemplateDetail({ template, onBack }: TemplateDetailProps) {
  const { t } = useTranslation(['flows', 'app']);
  const canEdit = useAccess().can('editFlows');
  const fill = useTemplateFill(template);
  return (
    <Page>
      <Button variant="link" className="mb-3" onClick={onBack}>
        <ArrowLeft aria-hidden="true" />
        {t('gallery.all')}
      </Button>
      <PageHeader
        title={template.name}
        description={template.description}
        actions={
          <>
            <Badge tone="accent">{t(`gallery.categories.${template.category}`)}</Badge>
            <Badge>{t('gallery.steps', { count: template.steps })}</Badge>
            <Badge>{t('gallery.tests', { count: template.testCount })}</Badge>
          </>
        }
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {canEdit ? <TemplateForm template={template} fill={fill} /> : <p>{t('gallery.noPermission')}</p>}
        <Preview template={template} fill={fill} />
      </div>
    </Page>
  );
}

type PreviewProps = { template: FlowTemplate; fill: ReturnType<typeof useTemplateFill> };

function Preview({ template, fill }: PreviewProps) {
  const { t } = useTranslation('flows');
  const [index, setIndex] = useState('0');
  const username = useAccount()?.instagramUsername ?? '';
  const bundle = useDeferredValue(fill.preview);
  const tests = template.bundle.flows.flatMap((flow) => flow.tests ?? []);
  return (
    <div className="flex flex-col gap-3 lg:sticky lg:top-6">
      <Select
        aria-label={t('gallery.conversation')}
        value={index}
        options={tests.map(({ name }, at) => ({ value: String(at), label: name }))}
        onChange={setIndex}
      />
      <Suspense fallback={<Skeleton className="mx-auto h-140 max-h-[75vh] w-full max-w-88 rounded-[28px]" />}>
        <ConversationPreview bundle={bundle} index={Number(index)} username={username} />
      </Suspense>
    </div>
  );
}

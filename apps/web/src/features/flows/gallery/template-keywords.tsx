import type { BundleTrigger } from '@instaflow/flow-model';
import { Field, Input, Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { readTriggerLabel } from '../read-trigger-label';
import type { useTemplateFill } from './use-template-fill';

export type TemplateKeywordsProps = {
  triggers: readonly BundleTrigger[];
  fill: ReturnType<typeof useTemplateFill>;
};

/** What starts the flows of a template; keywords can be changed. */
export function TemplateKeywords({ triggers, fill: { values, change } }: TemplateKeywordsProps) {
  const { t } = useTranslation('flows');
  const nameOf = (label: string) => {
    const { type } = readTriggerLabel(label);
    return type === null ? label : t(`trigger.${type}`);
  };
  return triggers.map(({ type, keyword }, index) =>
    keyword ? (
      <Field
        key={index}
        label={type === 'ref_link' ? t('gallery.reference') : t('gallery.keywords')}
        hint={t('gallery.keywordsHint')}
      >
        <Input
          value={values.keywords[index] ?? keyword}
          maxLength={500}
          onChange={(event) => change({ keywords: { ...values.keywords, [index]: event.target.value } })}
        />
      </Field>
    ) : (
      <Notice key={index}>{t('gallery.startedBy', { type: nameOf(type) })}</Notice>
    ),
  );
}

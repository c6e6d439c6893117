import { cx } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { templateIds, type TemplateId } from '../load-template';

export type TemplateChoiceProps = { value: TemplateId; onChange: (id: TemplateId) => void };

/** What a new flow begins with. */
export function TemplateChoice({ value, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation('flows');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('create.start')}</legend>
      {templateIds.map((id) => (
        <label
          key={id}
          className={cx(
            'flex cursor-pointer items-start gap-3 rounded-lg border border-line p-3 transition-colors hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring',
            value === id && 'border-accent bg-accent-soft hover:bg-accent-soft',
          )}
        >
          <input
            type="radio"
            name="template"
            className="mt-0.5 size-4 accent-accent outline-none"
            aria-labelledby={`template-${id}`}
            checked={value === id}
            onChange={() => onChange(id)}
          />
          <span className="flex flex-col gap-0.5">
            <span id={`template-${id}`} className="font-medium">
              {t(`templates.${id}.name`)}
            </span>
            <span className="text-sm text-ink-muted">{t(`templates.${id}.text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import { Field, Input } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { DraftPartProps } from './draft-part';

/** Which of several wins, and how often. */
export function FrequencyFields({ draft, problems, onChange }: DraftPartProps) {
  const { t } = useTranslation('triggers');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={t('form.priority')}
        hint={t('form.priorityHint')}
        error={problems.includes('priorityWrong') ? t('form.priorityWrong') : null}
      >
        <Input
          inputMode="numeric"
          value={draft.priority}
          onChange={(event) => onChange({ priority: event.target.value })}
        />
      </Field>
      <Field
        label={t('form.once')}
        hint={t('form.onceHint')}
        error={problems.includes('onceWrong') ? t('form.onceWrong') : null}
      >
        <Input
          inputMode="numeric"
          value={draft.onceHours}
          onChange={(event) => onChange({ onceHours: event.target.value })}
        />
      </Field>
    </div>
  );
}

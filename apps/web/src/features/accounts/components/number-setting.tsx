import { Field, Input } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { SettingsProblems } from '../check-settings';
import { numberBounds, type NumberField, type SettingsDraft } from '../settings-draft';

/** What every part of the settings form is given. */
export type SettingsPartProps = {
  draft: SettingsDraft;
  problems: SettingsProblems;
  onChange: (change: Partial<SettingsDraft>) => void;
};

export type NumberSettingProps = SettingsPartProps & { field: NumberField; label: string; hint: string };

/** One number with its bounds. */
export function NumberSetting({ field, label, hint, draft, problems, onChange }: NumberSettingProps) {
  const { t } = useTranslation('accounts');
  const { min, max } = numberBounds[field];
  return (
    <Field
      label={label}
      hint={hint}
      error={problems.numbers.includes(field) ? t('problems.number', { min, max }) : null}
    >
      <Input
        inputMode="decimal"
        className="max-w-36"
        value={draft[field]}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </Field>
  );
}

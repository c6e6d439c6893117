import type { TriggerType } from '@instaflow/contracts';
import { Field, Select } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { triggerKinds } from '../list-kinds';

export type KindFieldProps = { type: TriggerType; isNew: boolean; onChange: (type: TriggerType) => void };

/** What starts the flow; it stays what it is. */
export function KindField({ type, isNew, onChange }: KindFieldProps) {
  const { t } = useTranslation('triggers');
  return (
    <Field label={t('form.type')} hint={t(`typeHint.${type}`)}>
      <Select
        value={type}
        disabled={!isNew}
        options={triggerKinds.map((value) => ({ value, label: t(`type.${value}`) }))}
        onChange={onChange}
      />
    </Field>
  );
}

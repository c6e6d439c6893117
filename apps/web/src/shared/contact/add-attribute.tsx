import { Button, Input } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

export type AddAttributeProps = { onAdd: (name: string, value: string) => void };

const empty = { name: '', value: '' };

/** The row that adds a named value. */
export function AddAttribute({ onAdd }: AddAttributeProps) {
  const { t } = useTranslation(['contacts', 'app']);
  const [added, setAdded] = useState(empty);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (added.name.trim() === '') return;
    onAdd(added.name.trim(), added.value);
    setAdded(empty);
  };
  return (
    <form onSubmit={submit} className="flex gap-2">
      <Input
        aria-label={t('profile.attributeName')}
        placeholder={t('profile.attributeName')}
        value={added.name}
        className="h-7"
        onChange={(event) => setAdded({ ...added, name: event.target.value })}
      />
      <Input
        aria-label={t('profile.attributeValue')}
        placeholder={t('profile.attributeValue')}
        value={added.value}
        className="h-7"
        onChange={(event) => setAdded({ ...added, value: event.target.value })}
      />
      <Button type="submit" size="sm" aria-label={t('profile.addAttribute')}>
        {t('app:actions.add')}
      </Button>
    </form>
  );
}

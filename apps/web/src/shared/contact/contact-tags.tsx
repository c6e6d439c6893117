import type { Contact } from '@instaflow/contracts';
import { Button, Input, TagChip } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../account/use-access';
import { FormError } from '../forms/form-error';
import { useContactActions } from './use-contact-actions';

export type ContactTagsProps = { contact: Contact };

/** The tags of a contact, added and removed in place. */
export function ContactTags({ contact }: ContactTagsProps) {
  const { t } = useTranslation(['contacts', 'app']);
  const { can } = useAccess();
  const { addTag, removeTag } = useContactActions(contact);
  const [text, setText] = useState('');
  const canEdit = can('answerPeople');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const tag = text.trim();
    if (tag !== '') addTag.mutate(tag, { onSuccess: () => setText('') });
  };
  return (
    <div className="flex flex-col gap-3">
      {contact.tags.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {contact.tags.map((tag) => (
            <li key={tag} className="max-w-full">
              <TagChip
                onRemove={canEdit ? () => removeTag.mutate(tag) : undefined}
                removeLabel={t('profile.removeTag', { tag })}
              >
                {tag}
              </TagChip>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-faint">{t('profile.noTags')}</p>
      )}
      {canEdit && (
        <form onSubmit={submit} className="flex gap-2">
          <Input
            aria-label={t('profile.newTag')}
            placeholder={t('profile.newTag')}
            maxLength={100}
            value={text}
            className="h-7"
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" size="sm" isBusy={addTag.isPending} aria-label={t('profile.addTag')}>
            {t('app:actions.add')}
          </Button>
        </form>
      )}
      <FormError error={addTag.error ?? removeTag.error} />
    </div>
  );
}

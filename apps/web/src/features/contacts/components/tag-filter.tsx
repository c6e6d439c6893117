import type { ContactSummary } from '@instaflow/contracts';
import { Input, TagChip } from '@instaflow/ui';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlFilter } from '../../../shared/url/use-url-filter';

export type TagFilterProps = { contacts: readonly ContactSummary[] };

/** Shows only contacts with a tag; suggests the tags on screen. */
export function TagFilter({ contacts }: TagFilterProps) {
  const { t } = useTranslation(['contacts', 'app']);
  const filter = useUrlFilter();
  const listId = useId();
  const [text, setText] = useState('');
  const tag = filter.get('tag');
  if (tag) {
    return (
      <TagChip removeLabel={t('app:actions.clearFilters')} onRemove={() => filter.set('tag', '')}>
        {tag}
      </TagChip>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    filter.set('tag', text.trim());
    setText('');
  };
  const suggestions = [...new Set(contacts.flatMap((contact) => contact.tags))].sort();
  return (
    <form onSubmit={submit}>
      <Input
        list={listId}
        aria-label={t('tagFilter')}
        placeholder={t('tagFilter')}
        className="w-44"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <datalist id={listId}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </form>
  );
}

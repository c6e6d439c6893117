import { SearchInput, SegmentedControl, SkeletonRows } from '@instaflow/ui';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { contactName } from '../../../shared/contact/contact-name';
import { useFoundContacts } from '../api/use-found-contacts';
import type { TesterPartProps } from './tester-post';

/** Who writes: somebody nothing is known of, or a contact with tags, waits and the flow they are in. */
export function TesterPerson({ question: { who, contactId }, onChange }: TesterPartProps) {
  const { t } = useTranslation('triggers');
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p className="text-sm font-medium">{t('tester.who')}</p>
      <SegmentedControl
        label={t('tester.who')}
        value={who}
        onChange={(next) => onChange({ who: next })}
        options={[
          { value: 'new', label: t('tester.newPerson') },
          { value: 'known', label: t('tester.knownPerson') },
        ]}
      />
      {who === 'known' && (
        <ContactChoice contactId={contactId} onChoose={(id) => onChange({ contactId: id })} />
      )}
    </div>
  );
}

type ContactChoiceProps = { contactId: string | null; onChoose: (contactId: string) => void };

function ContactChoice({ contactId, onChoose }: ContactChoiceProps) {
  const { t } = useTranslation(['triggers', 'app']);
  const name = useId();
  const [search, setSearch] = useState('');
  const contacts = useFoundContacts(useDeferredValue(search.trim()));
  return (
    <fieldset className="flex w-full max-w-md flex-col gap-2 pt-1.5">
      <legend className="sr-only">{t('tester.knownPerson')}</legend>
      <SearchInput
        label={t('tester.person')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <QueryView
        query={contacts}
        skeleton={<SkeletonRows label={t('app:loading')} className="h-9" count={3} />}
      >
        {(found) =>
          found.length === 0 ? (
            <p className="text-sm text-ink-muted">{t('tester.nobody')}</p>
          ) : (
            <div className="flex max-h-52 flex-col overflow-y-auto rounded-md border border-line p-1">
              {found.map((contact) => (
                <label
                  key={contact.contactId}
                  className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2 hover:bg-hover has-checked:bg-accent-soft touch:min-h-10"
                >
                  <input
                    type="radio"
                    name={name}
                    className="size-4 accent-accent"
                    checked={contactId === contact.contactId}
                    onChange={() => onChoose(contact.contactId)}
                  />
                  <span className="min-w-0 flex-1 truncate">{contactName(contact)}</span>
                  {contact.instagramUsername && (
                    <span className="truncate text-sm text-ink-muted">@{contact.instagramUsername}</span>
                  )}
                </label>
              ))}
            </div>
          )
        }
      </QueryView>
    </fieldset>
  );
}

import { Avatar, Button, SearchInput, Skeleton } from '@instaflow/ui';
import type { ContactSummary } from '@instaflow/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { callApi } from '../../../../shared/api/call-api';
import { queryKeys } from '../../../../shared/api/query-keys';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useBuilderSession } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { createPerson, readPerson } from '../state/test-person';
import { usePhone, usePhoneStore } from '../state/use-phone';

/** Be somebody new, or a copy of somebody who has written already. Either begins the conversation anew. */
export function PersonPicker() {
  const t = useTexts();
  const phone = usePhoneStore();
  const person = usePhone((state) => state.person);
  const { contact, isKnown } = person;
  const name = nameOf(contact.firstName, contact.lastName, contact.username) ?? t('phone.somebody');
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-center gap-2">
        <Avatar name={name} imageUrl={contact.profilePictureUrl} />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          <span className="block text-sm text-ink-muted">
            {isKnown ? t('phone.setup.existing') : t('phone.setup.new')}
          </span>
        </span>
      </p>
      <Button
        size="sm"
        className="self-start"
        onClick={() => {
          phone.getState().restart(createPerson());
        }}
      >
        <UserPlus aria-hidden="true" />
        {t('phone.setup.beNew')}
      </Button>
      <ContactSearch />
    </div>
  );
}

function ContactSearch() {
  const t = useTexts();
  const errorText = useErrorText();
  const { accountId } = useBuilderSession();
  const phone = usePhoneStore();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const filter = { search, limit: 5 };
  const found = useQuery({
    queryKey: queryKeys.contactList(accountId, filter),
    queryFn: ({ signal }) =>
      callApi('listContacts', { params: { id: accountId }, query: filter }, { signal }),
    enabled: search !== '',
  });
  const become = useMutation({
    mutationFn: (contactId: string) => callApi('getContact', { params: { id: contactId } }),
    onSuccess: (contact) => {
      phone.getState().restart(readPerson(contact));
      setText('');
    },
  });
  const error = found.error ?? become.error;
  return (
    <div className="flex flex-col gap-1.5">
      <SearchInput
        label={t('phone.setup.search')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {errorText(error)}
        </p>
      )}
      {search !== '' && found.isPending && <Skeleton className="h-9" />}
      {search !== '' && found.data?.contacts.length === 0 && (
        <p role="status" className="text-sm text-ink-muted">
          {t('phone.setup.nobody')}
        </p>
      )}
      {search !== '' && (
        <ul className="flex flex-col">
          {found.data?.contacts.map((contact) => (
            <li key={contact.contactId}>
              <Found
                contact={contact}
                onChoose={() => {
                  become.mutate(contact.contactId);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Found({ contact, onChoose }: { contact: ContactSummary; onChoose: () => void }) {
  const t = useTexts();
  const { firstName, lastName, instagramUsername, profilePictureUrl } = contact;
  const name = nameOf(firstName, lastName, instagramUsername) ?? t('phone.somebody');
  return (
    <button
      type="button"
      className="flex w-full cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover touch:min-h-10"
      onClick={onChoose}
    >
      <Avatar name={name} imageUrl={profilePictureUrl} size="sm" />
      <span className="min-w-0 truncate">
        {name} {instagramUsername !== null && <span className="text-ink-muted">@{instagramUsername}</span>}
      </span>
    </button>
  );
}

function nameOf(first: string | null, last: string | null, username: string | null): string | null {
  const full = [first, last].filter(Boolean).join(' ');
  return full === '' ? username : full;
}

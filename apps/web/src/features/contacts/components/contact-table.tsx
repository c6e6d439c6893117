import type { ContactSummary } from '@instaflow/contracts';
import { Avatar, Table, TableCell, TableHeader, TagChip } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TimeAgo } from '../../../shared/components/time-ago';
import { contactName } from '../../../shared/contact/contact-name';

export type ContactTableProps = { contacts: readonly ContactSummary[] };

const shownTags = 3;

/** Contacts with their tags. */
export function ContactTable({ contacts }: ContactTableProps) {
  const { t } = useTranslation('contacts');
  return (
    <Table
      label={t('title')}
      head={
        <>
          <TableHeader>{t('columns.name')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('columns.tags')}</TableHeader>
          <TableHeader>{t('columns.last')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('columns.since')}</TableHeader>
        </>
      }
    >
      {contacts.map((contact) => (
        <ContactRow key={contact.contactId} contact={contact} />
      ))}
    </Table>
  );
}

function ContactRow({ contact }: { contact: ContactSummary }) {
  const { t } = useTranslation('contacts');
  const name = contactName(contact);
  const rest = contact.tags.length - shownTags;
  return (
    <tr className="transition-colors hover:bg-hover/50">
      <TableCell className="max-md:w-full max-md:max-w-0 md:max-w-72">
        <Link
          to={`/accounts/${contact.instagramAccountId}/contacts/${contact.contactId}`}
          className="flex items-center gap-3"
        >
          <Avatar name={name} imageUrl={contact.profilePictureUrl} />
          <span className="flex min-w-0 flex-col">
            <span className="truncate font-medium hover:underline" title={name}>
              {name}
            </span>
            {contact.instagramUsername && (
              <span className="truncate text-sm text-ink-muted">@{contact.instagramUsername}</span>
            )}
          </span>
        </Link>
      </TableCell>
      <TableCell className="max-md:hidden">
        <span className="flex flex-wrap gap-1" title={contact.tags.join(', ')}>
          {contact.tags.slice(0, shownTags).map((tag) => (
            <TagChip key={tag}>{tag}</TagChip>
          ))}
          {rest > 0 && <TagChip>{t('moreTags', { count: rest })}</TagChip>}
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted">
        {contact.lastInteractionAt ? <TimeAgo at={contact.lastInteractionAt} /> : t('never')}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted max-lg:hidden">
        <TimeAgo at={contact.createdAt} />
      </TableCell>
    </tr>
  );
}

import type { Contact } from '@instaflow/contracts';
import { Avatar, Badge, Button, Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { contactName } from '../../../shared/contact/contact-name';
import { useFormat } from '../../../shared/format/use-format';

export type ContactHeaderProps = { contact: Contact };

/** Who it is, and the way to the conversation. */
export function ContactHeader({ contact }: ContactHeaderProps) {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const name = contactName(contact);
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={name} imageUrl={contact.profilePictureUrl} size="xl" />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <h1 className="text-xl font-semibold tracking-tight break-words">{name}</h1>
          <div className="flex flex-wrap items-center gap-2 text-ink-muted">
            {contact.instagramUsername && <span>@{contact.instagramUsername}</span>}
            {contact.isFollower !== null && (
              <Badge>{contact.isFollower ? t('profile.follower') : t('profile.notFollower')}</Badge>
            )}
            {contact.optedOutAt && <Badge tone="danger">{t('profile.optedOut')}</Badge>}
          </div>
        </div>
        {contact.conversationId && (
          <Button asChild variant="primary" className="max-sm:w-full">
            <Link to={`/accounts/${contact.instagramAccountId}/inbox/${contact.conversationId}`}>
              {t('profile.openConversation')}
            </Link>
          </Button>
        )}
      </div>
      {contact.optedOutAt && (
        <Notice tone="warning">{t('profile.optedOutHint', { date: format.date(contact.optedOutAt) })}</Notice>
      )}
    </header>
  );
}

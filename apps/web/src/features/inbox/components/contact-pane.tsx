import { Avatar, Badge, Button, SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QueryView } from '../../../shared/components/query-view';
import { ContactAttributes } from '../../../shared/contact/contact-attributes';
import { ContactAutomation } from '../../../shared/contact/contact-automation';
import { contactName } from '../../../shared/contact/contact-name';
import { ContactTags } from '../../../shared/contact/contact-tags';
import { useContact } from '../../../shared/contact/use-contact';

export type ContactPaneProps = { contactId: string };

/** Who one is talking to. */
export function ContactPane({ contactId }: ContactPaneProps) {
  const { t } = useTranslation(['inbox', 'contacts', 'app']);
  const contact = useContact(contactId);
  return (
    <QueryView
      query={contact}
      skeleton={<SkeletonRows label={t('app:loading')} count={4} className="h-14" />}
    >
      {(loaded) => (
        <div className="flex flex-col gap-5">
          <div className="flex flex-col items-center gap-2 text-center">
            <Avatar name={contactName(loaded)} imageUrl={loaded.profilePictureUrl} size="xl" />
            <p className="text-lg font-semibold break-words">{contactName(loaded)}</p>
            {loaded.instagramUsername && <p className="text-ink-muted">@{loaded.instagramUsername}</p>}
            {loaded.optedOutAt && <Badge tone="danger">{t('contacts:profile.optedOut')}</Badge>}
            <Button asChild size="sm">
              <Link to={`/accounts/${loaded.instagramAccountId}/contacts/${loaded.contactId}`}>
                {t('pane.profile')}
              </Link>
            </Button>
          </div>
          <section className="flex flex-col gap-2">
            <h3 className="text-sm font-medium">{t('contacts:profile.automation')}</h3>
            <ContactAutomation contact={loaded} />
          </section>
          <section className="flex flex-col gap-2">
            <h3 className="text-sm font-medium">{t('contacts:profile.tags')}</h3>
            <ContactTags contact={loaded} />
          </section>
          <section className="flex flex-col gap-2">
            <h3 className="text-sm font-medium">{t('contacts:profile.attributes')}</h3>
            <ContactAttributes contact={loaded} />
          </section>
        </div>
      )}
    </QueryView>
  );
}

import type { Contact } from '@instaflow/contracts';
import { Card } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { ContactAttributes } from '../../../shared/contact/contact-attributes';
import { ContactAutomation } from '../../../shared/contact/contact-automation';
import { ContactTags } from '../../../shared/contact/contact-tags';
import { ContactActivity } from '../../runs/components/contact-activity';
import { ContactDetails } from './contact-details';
import { ContactHeader } from './contact-header';

export type ContactProfileProps = { contact: Contact };

/** What is known about a contact beside what happened. */
export function ContactProfile({ contact }: ContactProfileProps) {
  const { t } = useTranslation('contacts');
  return (
    <div className="flex flex-col gap-4">
      <ContactHeader contact={contact} />
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t('profile.automation')}>
            <ContactAutomation contact={contact} />
          </Card>
          <Card title={t('profile.tags')}>
            <ContactTags contact={contact} />
          </Card>
          <Card title={t('profile.attributes')}>
            <ContactAttributes contact={contact} />
          </Card>
          <ContactDetails key={contact.contactId} contact={contact} />
        </div>
        <ContactActivity contactId={contact.contactId} />
      </div>
    </div>
  );
}

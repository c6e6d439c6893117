import { Button, SkeletonRows } from '@instaflow/ui';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAccountId } from '../../shared/account/use-account-id';
import { Page } from '../../shared/components/page';
import { QueryView } from '../../shared/components/query-view';
import { usePageTitle } from '../../shared/components/use-page-title';
import { contactName } from '../../shared/contact/contact-name';
import { useContact } from '../../shared/contact/use-contact';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { ContactProfile } from './components/contact-profile';
import english from './locales/en.json';

addCatalogue('contacts', english);

/** One contact: who, what we know, what happened and why. */
export function ContactProfilePage() {
  const { t } = useTranslation(['contacts', 'app']);
  const contactId = useParams()['contactId'] ?? '';
  const accountId = useAccountId();
  const contact = useContact(contactId);
  usePageTitle(contact.data ? contactName(contact.data) : t('profile.title'));
  return (
    <Page>
      <Button asChild variant="ghost" size="sm" className="mb-3 -ml-2.5">
        <Link to={`/accounts/${accountId}/contacts`}>
          <ArrowLeft aria-hidden="true" />
          {t('profile.back')}
        </Link>
      </Button>
      <QueryView
        query={contact}
        skeleton={<SkeletonRows label={t('app:loading')} className="h-32" count={3} />}
      >
        {(loaded) => <ContactProfile contact={loaded} />}
      </QueryView>
    </Page>
  );
}

import { Button, PageHeader, SkeletonRows } from '@instaflow/ui';
import { Stethoscope } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccount } from '../../shared/account/use-account';
import { useAccountSettings } from '../../shared/account/use-account-settings';
import { Page } from '../../shared/components/page';
import { QueryView } from '../../shared/components/query-view';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { SettingsForm } from './components/settings-form';
import { StopCard } from './components/stop-card';
import english from './locales/en.json';

addCatalogue('accounts', english);

/** How one account answers, and the ways to stop it. */
export function AccountSettingsPage() {
  const { t } = useTranslation(['accounts', 'app']);
  usePageTitle(t('settings.title'));
  const account = useAccount();
  const settings = useAccountSettings();
  if (!account) return null;
  return (
    <Page width="narrow">
      <PageHeader
        title={t('settings.title')}
        description={t('settings.description', { username: account.instagramUsername })}
        actions={
          <Button asChild>
            <Link to={`/accounts/${account.instagramAccountId}/doctor`}>
              <Stethoscope aria-hidden="true" />
              {t('list.doctor')}
            </Link>
          </Button>
        }
      />
      <QueryView
        query={settings}
        skeleton={<SkeletonRows label={t('app:loading')} className="h-32" count={4} />}
      >
        {(loaded) => (
          <div className="flex flex-col gap-4">
            <SettingsForm key={account.instagramAccountId} account={account} settings={loaded} />
            <StopCard account={account} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

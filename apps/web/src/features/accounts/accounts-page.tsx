import { Button, EmptyState, PageHeader, Skeleton } from '@instaflow/ui';
import { AtSign, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAccounts } from '../../shared/account/use-accounts';
import { Page } from '../../shared/components/page';
import { QueryView } from '../../shared/components/query-view';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { AccountCard } from './components/account-card';
import { ConnectDialog } from './components/connect-dialog';
import english from './locales/en.json';

addCatalogue('accounts', english);

/** All accounts with their health, and the way to connect one. */
export function AccountsPage() {
  const { t } = useTranslation('accounts');
  usePageTitle(t('list.title'));
  const accounts = useAccounts();
  const [search, setSearch] = useSearchParams();
  const step = search.get('connect');
  const connectButton = (
    <Button variant="primary" onClick={() => setSearch({ connect: 'choose' })}>
      <Plus aria-hidden="true" />
      {t('list.connect')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('list.title')} description={t('list.description')} actions={connectButton} />
      <QueryView
        query={accounts}
        skeleton={
          <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            <Skeleton className="h-48" />
            <Skeleton className="h-48" />
          </div>
        }
      >
        {({ instagramAccounts }) =>
          instagramAccounts.length === 0 ? (
            <EmptyState
              icon={<AtSign />}
              title={t('list.emptyTitle')}
              description={t('list.emptyText')}
              action={connectButton}
            />
          ) : (
            <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {instagramAccounts.map((account) => (
                <li key={account.instagramAccountId}>
                  <AccountCard account={account} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {step && (
        <ConnectDialog
          step={step === 'token' ? 'token' : 'choose'}
          onStep={(next) => setSearch({ connect: next }, { replace: true })}
          onClose={() => setSearch({}, { replace: true })}
        />
      )}
    </Page>
  );
}

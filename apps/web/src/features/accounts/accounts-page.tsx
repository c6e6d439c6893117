import { Button, EmptyState, PageHeader, Skeleton } from '@instaflow/ui';
import { AtSign, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useAccounts } from '../../shared/account/use-accounts';
import { Page } from '../../shared/components/page';
import { QueryView } from '../../shared/components/query-view';
import { usePageTitle } from '../../shared/components/use-page-title';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { AccountChoice } from '../connect/components/account-choice';
import { LoginResult } from '../connect/components/login-result';
import { connectPath } from '../connect/connect-path';
import { readLoginOutcome } from '../connect/login-outcome';
import { AccountCard } from './components/account-card';
import english from './locales/en.json';

addCatalogue('accounts', english);

/** All accounts with their health, the way to connect one, and what a login came to. */
export function AccountsPage() {
  const { t } = useTranslation('accounts');
  usePageTitle(t('list.title'));
  const accounts = useAccounts();
  const [search, setSearch] = useSearchParams();
  const outcome = readLoginOutcome(search);
  const dismiss = () => setSearch({}, { replace: true });
  const connectLink = (
    <Button asChild variant="primary">
      <Link to={connectPath()}>
        <Plus aria-hidden="true" />
        {t('list.connect')}
      </Link>
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('list.title')} description={t('list.description')} actions={connectLink} />
      {outcome?.choose && <AccountChoice connectionId={outcome.choose} onDone={dismiss} />}
      {outcome && !outcome.choose && <LoginResult outcome={outcome} onDismiss={dismiss} />}
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
              action={connectLink}
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
    </Page>
  );
}

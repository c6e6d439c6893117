import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { rememberLastAccount } from '../shared/account/last-account';
import { useAccount } from '../shared/account/use-account';
import { useAccounts } from '../shared/account/use-accounts';
import { QueryView } from '../shared/components/query-view';
import { AccountBanner } from './frame/account-banner';
import { NotFoundPage } from './not-found-page';
import { PageSkeleton } from './page-skeleton';

/** Everything below one account: its state on top when something is wrong, then the page. */
export function AccountLayout() {
  const accounts = useAccounts();
  const account = useAccount();
  const accountId = account?.instagramAccountId;
  useEffect(() => {
    if (accountId) rememberLastAccount(accountId);
  }, [accountId]);
  return (
    <QueryView query={accounts} skeleton={<PageSkeleton />}>
      {() =>
        account ? (
          <div className="flex h-full min-h-0 flex-col">
            <AccountBanner account={account} />
            {/* Positioned, or what is hidden inside for screen readers would make the whole window scroll. */}
            <div className="relative min-h-0 flex-1 overflow-y-auto">
              <Outlet />
            </div>
          </div>
        ) : (
          <NotFoundPage />
        )
      }
    </QueryView>
  );
}

import { Navigate } from 'react-router';
import { readLastAccount } from '../shared/account/last-account';
import { useAccounts } from '../shared/account/use-accounts';
import { QueryView } from '../shared/components/query-view';
import { PageSkeleton } from './page-skeleton';

/** The start page: the account shown last, or the only one, or the list. */
export function HomeRedirect() {
  const accounts = useAccounts();
  return (
    <QueryView query={accounts} skeleton={<PageSkeleton />}>
      {({ instagramAccounts }) => {
        const last = readLastAccount();
        const known = instagramAccounts.find((account) => account.instagramAccountId === last);
        const target = known ?? (instagramAccounts.length === 1 ? instagramAccounts[0] : undefined);
        return <Navigate to={target ? `/accounts/${target.instagramAccountId}` : '/accounts'} replace />;
      }}
    </QueryView>
  );
}

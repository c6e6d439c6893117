import { Button, Notice, PageHeader } from '@instaflow/ui';
import { ArrowLeft } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { useWorkspaces } from '../../shared/account/use-access';
import { canDo } from '../../shared/account/can-do';
import { Page } from '../../shared/components/page';
import { usePageTitle } from '../../shared/components/use-page-title';
import { ConnectByLogin } from './components/connect-by-login';
import { ConnectByToken } from './components/connect-by-token';
import { ConnectChoices } from './components/connect-choices';
import { SetupGuide } from './components/setup-guide';
import { connectPath, readConnectWay } from './connect-path';
import { useConnectTexts } from './use-connect-texts';

/** The ways to connect an account, one step after the other. */
export function ConnectPage() {
  const t = useConnectTexts();
  usePageTitle(t('title'));
  const [search] = useSearchParams();
  const way = readConnectWay(search.get('way'));
  const workspaceId = search.get('workspace') || undefined;
  return (
    <Page width="narrow">
      <Button asChild variant="link" className="mb-3">
        <Link to={way ? connectPath({ workspaceId }) : '/accounts'}>
          <ArrowLeft aria-hidden="true" />
          {way ? t('otherWays') : t('back')}
        </Link>
      </Button>
      <PageHeader title={t('title')} description={way === null && t('description')} />
      <div className="flex flex-col gap-4">
        <RoleNotice />
        {way === null && <ConnectChoices workspaceId={workspaceId} />}
        {(way === 'instagram' || way === 'facebook') && (
          <ConnectByLogin key={way} login={way} workspaceId={workspaceId ?? null} />
        )}
        {way === 'token' && <ConnectByToken workspaceId={workspaceId} />}
        <SetupGuide isOpen={search.has('setup')} />
      </div>
    </Page>
  );
}

function RoleNotice() {
  const t = useConnectTexts();
  const workspaces = useWorkspaces().data?.workspaces;
  const isAllowed = workspaces?.some(({ role }) => canDo(role, 'manageAccounts')) ?? true;
  return isAllowed ? null : <Notice tone="warning">{t('notAllowed')}</Notice>;
}

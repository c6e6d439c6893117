import { Button, SkeletonRows } from '@instaflow/ui';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAccountId } from '../../shared/account/use-account-id';
import { Page } from '../../shared/components/page';
import { QueryView } from '../../shared/components/query-view';
import { usePageTitle } from '../../shared/components/use-page-title';
import { useFlowDocument } from './api/use-flow-document';
import { WaitingHeader } from './components/waiting-header';
import { WaitingPeople } from './components/waiting-people';
import { useRunTexts } from './use-run-texts';

/** Everyone who stands in a flow now, step by step, and what one can do with them. */
export function WaitingPage() {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const flowId = useParams()['flowId'] ?? '';
  const accountId = useAccountId();
  const flow = useFlowDocument(flowId);
  usePageTitle(flow.data ? t('waiting.titleOf', { name: flow.data.name }) : t('waiting.title'));
  return (
    <Page>
      <Button asChild variant="ghost" size="sm" className="mb-3 -ml-2.5">
        <Link to={`/accounts/${accountId}/flows`}>
          <ArrowLeft aria-hidden="true" />
          {t('waiting.back')}
        </Link>
      </Button>
      <QueryView
        query={flow}
        skeleton={<SkeletonRows label={appText('loading')} className="h-13" count={6} />}
      >
        {(loaded) => (
          <>
            <WaitingHeader flow={loaded} />
            <WaitingPeople flow={loaded} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

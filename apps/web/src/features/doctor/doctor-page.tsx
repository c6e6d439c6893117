import { Button, Notice, PageHeader, SkeletonRows } from '@instaflow/ui';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../shared/account/use-access';
import { useAccount } from '../../shared/account/use-account';
import { Page } from '../../shared/components/page';
import { QueryView } from '../../shared/components/query-view';
import { usePageTitle } from '../../shared/components/use-page-title';
import { FormError } from '../../shared/forms/form-error';
import { useDoctorActions, useDoctorReport } from './api/use-doctor';
import { useRoundTrip } from './api/use-round-trip';
import { CheckList } from './components/check-list';
import { RecoveryCard } from './components/recovery-card';
import { ReportHead } from './components/report-head';
import { RoundTripCard } from './components/round-trip-card';
import { useDoctorTexts } from './use-doctor-texts';

/** What works in the connection of an account, what does not, and what mends it. */
export function DoctorPage() {
  const t = useDoctorTexts();
  const { t: appText } = useTranslation('app');
  usePageTitle(t('title'));
  const account = useAccount();
  const report = useDoctorReport();
  const { run, fix } = useDoctorActions();
  const { can } = useAccess();
  const roundTrip = useRoundTrip(() => (can('editFlows') ? run.mutate() : void report.refetch()));
  if (!account) return null;
  return (
    <Page width="narrow">
      <PageHeader
        title={t('title')}
        description={t('description', { username: account.instagramUsername })}
        actions={
          can('editFlows') && (
            <Button isBusy={run.isPending} onClick={() => run.mutate()}>
              {!run.isPending && <RefreshCw aria-hidden="true" />}
              {run.isPending ? t('running') : t('run')}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <QueryView
          query={report}
          skeleton={<SkeletonRows label={appText('loading')} className="h-16" count={6} />}
        >
          {(loaded) => (
            <>
              <ReportHead report={loaded} />
              <FormError error={run.error ?? fix.error} />
              {fix.data && (
                <Notice tone={fix.data.isFixed ? 'success' : 'warning'} role="status">
                  {fix.data.sentence}
                </Notice>
              )}
              <RecoveryCard />
              <RoundTripCard account={account} roundTrip={roundTrip} />
              <CheckList
                checks={loaded.checks}
                busyFix={fix.isPending ? fix.variables : null}
                onFix={(fixId) => (fixId === 'round_trip' ? roundTrip.start.mutate() : fix.mutate(fixId))}
              />
            </>
          )}
        </QueryView>
      </div>
    </Page>
  );
}

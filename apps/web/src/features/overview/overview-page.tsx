import { PageHeader, SegmentedControl } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useAccess } from '../../shared/account/use-access';
import { useAccount } from '../../shared/account/use-account';
import { useAccountSettings } from '../../shared/account/use-account-settings';
import { Page } from '../../shared/components/page';
import { usePageTitle } from '../../shared/components/use-page-title';
import { useNow } from '../../shared/format/use-now';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import { useUrlFilter } from '../../shared/url/use-url-filter';
import { ActivityChart } from './components/activity-chart';
import { KeyFigures } from './components/key-figures';
import { PendingList } from './components/pending-list';
import { StartCard } from './components/start-card';
import english from './locales/en.json';
import { periodOf, periods, type PeriodDays } from './period';

addCatalogue('overview', english);

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The numbers of an account, how they moved, and who is waiting. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  usePageTitle(t('title'));
  const account = useAccount();
  const filter = useUrlFilter();
  const timezone = useAccountSettings().data?.timezone ?? browserZone;
  const nowMs = useNow(60_000);
  const days: PeriodDays = periods.find((known) => String(known) === filter.get('days')) ?? 30;
  const current = periodOf(days, 'current', { nowMs, timezone });
  const previous = periodOf(days, 'previous', { nowMs, timezone });
  const { role, can } = useAccess();
  if (!account) return null;
  // Agents answer conversations and nothing else: their start page is the inbox.
  if (role !== null && !can('readAnything')) {
    return <Navigate to={`/accounts/${account.instagramAccountId}/inbox`} replace />;
  }
  return (
    <Page>
      <PageHeader
        title={t('title')}
        description={t('description', { username: account.instagramUsername })}
        actions={
          <SegmentedControl
            label={t('period')}
            value={String(days)}
            onChange={(value) => filter.set('days', value === '30' ? '' : value)}
            options={periods.map((value) => ({ value: String(value), label: t(`days.${value}`) }))}
          />
        }
      />
      <div className="flex flex-col gap-4">
        <KeyFigures days={days} current={current} previous={previous} />
        <ActivityChart days={days} period={current} />
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
          <PendingList />
          <StartCard />
        </div>
      </div>
    </Page>
  );
}

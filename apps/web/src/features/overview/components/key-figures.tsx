import type { AccountSummary } from '@instaflow/contracts';
import { Skeleton, Stat, type StatTrend } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useFormat } from '../../../shared/format/use-format';
import { useSummary } from '../api/use-figures';
import type { Period, PeriodDays } from '../period';
import { changeOf } from '../trend';

export type KeyFiguresProps = { days: PeriodDays; current: Period; previous: Period };

/** The few numbers that matter, each compared with the period before. */
export function KeyFigures({ days, current, previous }: KeyFiguresProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const summary = useSummary(current);
  const before = useSummary(previous).data;
  const trendOf = (pick: (figures: AccountSummary) => number, figures: AccountSummary): StatTrend | null => {
    const change = before ? changeOf(pick(figures), pick(before)) : null;
    if (!change) return null;
    return { direction: change.direction, label: format.percent(Math.abs(change.ratio)) };
  };
  return (
    <QueryView
      query={summary}
      skeleton={
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
          {[0, 1, 2, 3, 4].map((index) => (
            <Skeleton key={index} className="h-27" />
          ))}
        </div>
      }
    >
      {(figures) => (
        <section aria-label={t('stats')}>
          <dl className="grid grid-cols-2 gap-3 max-lg:[&>:last-child]:col-span-2 lg:grid-cols-5">
            <Stat
              label={t('stat.newContacts')}
              value={format.number(figures.newContacts)}
              trend={trendOf((f) => f.newContacts, figures)}
              hint={t('stat.newContactsHint', { total: format.number(figures.totalContacts) })}
            />
            <Stat
              label={t('stat.received')}
              value={format.number(figures.totalMessagesReceived)}
              trend={trendOf((f) => f.totalMessagesReceived, figures)}
            />
            <Stat
              label={t('stat.sent')}
              value={format.number(figures.totalMessagesSent)}
              trend={trendOf((f) => f.totalMessagesSent, figures)}
              hint={t('stat.sentHint', { rate: format.percent(automatedShare(figures)) })}
            />
            <Stat
              label={t('stat.flowStarts')}
              value={format.number(figures.flowStarts)}
              trend={trendOf((f) => f.flowStarts, figures)}
              hint={t('stat.flowStartsHint', { rate: format.percent(figures.flowCompletionRate) })}
            />
            <Stat
              label={t('stat.delivery')}
              value={format.percent(figures.deliveryRate)}
              hint={t('stat.deliveryHint', { rate: format.percent(figures.readRate) })}
            />
          </dl>
          {before && <p className="pt-2 text-sm text-ink-faint">{t('trendNote', { days })}</p>}
        </section>
      )}
    </QueryView>
  );
}

const automatedShare = ({ automatedMessagesSent, totalMessagesSent }: AccountSummary): number =>
  totalMessagesSent === 0 ? 0 : automatedMessagesSent / totalMessagesSent;

import { Card, ChartFrame, Skeleton } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useFormat } from '../../../shared/format/use-format';
import { useUrlFilter } from '../../../shared/url/use-url-filter';
import { useTimeseries } from '../api/use-figures';
import type { Period, PeriodDays } from '../period';

export type ActivityChartProps = { days: PeriodDays; period: Period };

const keys = ['messagesReceived', 'messagesSent', 'newContacts', 'flowStarts'] as const;

/** The days of the period as lines or as a table. */
export function ActivityChart({ days, period }: ActivityChartProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const filter = useUrlFilter();
  const series = useTimeseries(period);
  const readAt = series.dataUpdatedAt > 0 ? new Date(series.dataUpdatedAt).toISOString() : null;
  return (
    <Card
      title={t('chart.title')}
      description={readAt && t('chart.zone', { zone: format.timeZone, time: format.time(readAt) })}
    >
      <QueryView query={series} skeleton={<Skeleton className="h-76" />}>
        {({ points }) => (
          <ChartFrame
            label={t('chart.label', { days })}
            view={filter.get('chart') === 'table' ? 'table' : 'chart'}
            onViewChange={(view) => filter.set('chart', view === 'table' ? 'table' : '')}
            labels={{
              view: t('chart.view'),
              chart: t('chart.chart'),
              table: t('chart.table'),
              period: t('chart.day'),
            }}
            series={keys.map((key) => ({ key, label: t(`chart.${key}`) }))}
            points={points.map((point) => ({
              label: format.dayMonth(point.at),
              values: Object.fromEntries(keys.map((key) => [key, point[key]])),
            }))}
            formatValue={format.number}
          />
        )}
      </QueryView>
    </Card>
  );
}

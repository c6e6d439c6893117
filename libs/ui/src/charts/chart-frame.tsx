import { lazy, Suspense, type ReactNode } from 'react';
import { SegmentedControl } from '../segmented-control';
import { Skeleton } from '../skeleton';
import { ChartTable } from './chart-table';
import type { TimeSeriesChartProps } from './time-series-chart';

const LazyTimeSeriesChart = lazy(async () => ({
  default: (await import('./time-series-chart')).TimeSeriesChart,
}));

export type ChartFrameProps = TimeSeriesChartProps & {
  /** Names the chart and its table. */
  label: string;
  view: 'chart' | 'table';
  onViewChange: (view: 'chart' | 'table') => void;
  labels: { view: string; chart: string; table: string; period: string };
  actions?: ReactNode;
};

const swatches = ['bg-chart-1', 'bg-chart-2', 'bg-chart-3', 'bg-chart-4'];

/** A chart that is loaded when shown, with its legend and the same numbers as a table. */
export function ChartFrame({ label, view, onViewChange, labels, actions, ...chart }: ChartFrameProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
          {chart.series.map((series, index) => (
            <li key={series.key} className="flex items-center gap-1.5">
              <span
                aria-hidden="true"
                className={`size-2 rounded-full ${swatches[index % swatches.length]}`}
              />
              {series.label}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-2">
          {actions}
          <SegmentedControl
            label={labels.view}
            value={view}
            onChange={onViewChange}
            options={[
              { value: 'chart', label: labels.chart },
              { value: 'table', label: labels.table },
            ]}
          />
        </div>
      </div>
      {view === 'chart' ? (
        <div role="img" aria-label={label}>
          <Suspense fallback={<Skeleton className="h-65" />}>
            <LazyTimeSeriesChart {...chart} />
          </Suspense>
        </div>
      ) : (
        <ChartTable label={label} periodLabel={labels.period} {...chart} />
      )}
    </div>
  );
}

import { Table, TableCell, TableHeader } from '../table';
import type { TimeSeriesChartProps } from './time-series-chart';

export type ChartTableProps = Pick<TimeSeriesChartProps, 'points' | 'series' | 'formatValue'> & {
  label: string;
  periodLabel: string;
};

/** The numbers of a chart as a table. */
export function ChartTable({ label, periodLabel, points, series, formatValue = String }: ChartTableProps) {
  return (
    <Table
      label={label}
      className="max-h-80 overflow-y-auto"
      head={
        <>
          <TableHeader>{periodLabel}</TableHeader>
          {series.map(({ key, label: name }) => (
            <TableHeader key={key} className="text-right">
              {name}
            </TableHeader>
          ))}
        </>
      }
    >
      {points.map((point) => (
        <tr key={point.label}>
          <TableCell className="h-9">{point.label}</TableCell>
          {series.map(({ key }) => (
            <TableCell key={key} className="h-9 text-right">
              {formatValue(point.values[key] ?? 0)}
            </TableCell>
          ))}
        </tr>
      ))}
    </Table>
  );
}

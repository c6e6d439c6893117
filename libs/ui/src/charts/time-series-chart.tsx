import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export type ChartSeries = { key: string; label: string };
export type ChartPoint = { label: string; values: Record<string, number> };

export type TimeSeriesChartProps = {
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  height?: number;
  formatValue?: (value: number) => string;
};

const colours = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'];
const dashes = ['0', '6 3', '2 3', '8 3 2 3'];

/** Lines over time. Heavy (recharts): load it lazily, through `ChartFrame`. */
export function TimeSeriesChart({ points, series, height = 260, formatValue }: TimeSeriesChartProps) {
  const rows = points.map(({ label, values }) => ({ label, ...values }));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: -12 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          tick={{ fill: 'var(--ink-faint)', fontSize: 12 }}
          tickLine={false}
          axisLine={false}
          minTickGap={28}
        />
        <YAxis
          allowDecimals={false}
          tick={{ fill: 'var(--ink-faint)', fontSize: 12 }}
          tickLine={false}
          axisLine={false}
          tickFormatter={formatValue}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          contentStyle={{
            background: 'var(--raised)',
            border: '1px solid var(--line)',
            borderRadius: 10,
            color: 'var(--ink)',
            fontSize: 13,
          }}
        />
        {series.map(({ key, label }, index) => (
          <Line
            key={key}
            type="monotone"
            dataKey={key}
            name={label}
            stroke={colours[index % colours.length]}
            strokeDasharray={dashes[index % dashes.length]}
            strokeWidth={2}
            dot={points.length === 1}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

import { ArrowDown, ArrowUp, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type StatTrend = { direction: 'up' | 'down' | 'flat'; label: string; isGood?: boolean };

export type StatProps = { label: ReactNode; value: ReactNode; hint?: ReactNode; trend?: StatTrend | null };

const icons = { up: ArrowUp, down: ArrowDown, flat: Minus };

const toneOf = ({ direction, isGood = direction === 'up' }: StatTrend): string => {
  if (direction === 'flat') return 'text-ink-muted';
  return isGood ? 'text-success-text' : 'text-danger-text';
};

/** One number with what it means and how it moved. */
export function Stat({ label, value, hint, trend }: StatProps) {
  const TrendIcon = trend ? icons[trend.direction] : null;
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface p-4">
      <dt className="text-sm text-ink-muted">{label}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="text-2xl font-semibold tracking-tight">{value}</span>
        {trend && TrendIcon && (
          <span className={cx('inline-flex items-center gap-0.5 text-sm font-medium', toneOf(trend))}>
            <TrendIcon aria-hidden="true" className="size-3.5" />
            {trend.label}
          </span>
        )}
      </dd>
      {hint && <dd className="text-sm text-ink-faint">{hint}</dd>}
    </div>
  );
}

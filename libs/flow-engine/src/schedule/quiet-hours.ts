import type { AccountSnapshot } from '../account-snapshot';
import { findClosing } from './weekly-windows';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** When the quiet hours of an account end that are on now (epoch milliseconds); null when there are none now. */
export function findQuietEnd(
  nowMs: number,
  { quietHours, timezone }: Pick<AccountSnapshot['settings'], 'quietHours' | 'timezone'>,
): number | null {
  if (quietHours === null) return null;
  const { from, to, weekdays = everyDay } = quietHours;
  return findClosing(nowMs, { from, to, weekdays }, timezone);
}

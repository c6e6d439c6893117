import type { StatTrend } from '@instaflow/ui';

export type Change = { direction: StatTrend['direction']; ratio: number };

/** How a number moved; null when there was nothing before to compare with. */
export function changeOf(current: number, previous: number): Change | null {
  if (previous === 0) return null;
  const ratio = (current - previous) / previous;
  return { direction: ratio > 0 ? 'up' : ratio < 0 ? 'down' : 'flat', ratio };
}

import type { Period } from '@instaflow/db';

/** A period as answers name it. */
export function boundsOf(period: Period): { startDate: string; endDate: string } {
  return { startDate: period.from.toISOString(), endDate: period.until.toISOString() };
}

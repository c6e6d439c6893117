export const periods = [7, 30, 90] as const;
export type PeriodDays = (typeof periods)[number];
export type Period = { startDate: string; endDate: string; timezone: string };

const dayMs = 86_400_000;

/** Inclusive calendar days, as the API takes them: the last `days` up to today, or the same number before those. */
export function periodOf(
  days: PeriodDays,
  which: 'current' | 'previous',
  { nowMs, timezone }: { nowMs: number; timezone: string },
): Period {
  const today = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: timezone }).format(
    new Date(nowMs),
  );
  const back = which === 'current' ? 0 : days;
  // Counted on midnights in UTC, so that no change of clocks can skip or repeat a day.
  const shift = (count: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - count * dayMs).toISOString().slice(0, 10);
  return { startDate: shift(back + days - 1), endDate: shift(back), timezone };
}

/** The last days up to now, today included, or calendar days from one to another. */
export type FigurePeriod =
  { kind: 'days'; days: 7 | 30 | 90 } | { kind: 'own'; startDate: string; endDate: string };

export const periodDays = [7, 30, 90] as const;

const dayMs = 86_400_000;

/** What the API is asked for. `today` is a calendar day, `YYYY-MM-DD`, in the time zone of the account. */
export function toPeriodQuery(period: FigurePeriod, today: string): { startDate: string; endDate: string } {
  if (period.kind === 'own') return { startDate: period.startDate, endDate: period.endDate };
  return { startDate: shiftDay(today, 1 - period.days), endDate: today };
}

/** A calendar day some days later or earlier. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

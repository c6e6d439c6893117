import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay, subDays } from 'date-fns';
import { errorCodes } from '@instaflow/contracts';
import type { Period } from '@instaflow/db';
import { badRequest } from '@instaflow/platform';

const calendarDate = /^\d{4}-\d{2}-\d{2}$/;
const defaultDays = 30;

/**
 * The instants of a period that is asked for in calendar days of a time zone (both included) or in instants. Without
 * an end it ends now, without a beginning it holds the last 30 days. 400 when it ends before it begins.
 */
export function resolvePeriod(
  query: { startDate?: string | undefined; endDate?: string | undefined },
  { timezone, now }: { timezone: string; now: number },
): Period {
  const until =
    query.endDate === undefined
      ? new Date(now)
      : calendarDate.test(query.endDate)
        ? plain(addDays(dayIn(query.endDate, timezone), 1))
        : new Date(query.endDate);
  const from =
    query.startDate === undefined
      ? plain(startOfDay(subDays(new TZDate(until.getTime() - 1, timezone), defaultDays - 1)))
      : calendarDate.test(query.startDate)
        ? plain(dayIn(query.startDate, timezone))
        : new Date(query.startDate);
  if (from >= until) {
    throw badRequest({
      code: errorCodes.malformedRequest,
      message: 'The period ends before it begins.',
      details: [{ path: 'endDate', message: 'lies before startDate' }],
    });
  }
  return { from, until };
}

function dayIn(date: string, timezone: string): TZDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new TZDate(year, month - 1, day, timezone);
}

function plain(date: TZDate): Date {
  return new Date(date.getTime());
}

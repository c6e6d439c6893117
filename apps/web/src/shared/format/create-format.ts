const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export type Format = ReturnType<typeof createFormat>;

/** Numbers and times as a person of `locale` reads them, times in `timeZone`. Instants are ISO strings. */
export function createFormat(locale: string, timeZone: string | undefined) {
  const dates = (language: string, options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(language, { ...options, timeZone }));
  const date = dates(locale, { dateStyle: 'medium' });
  const dayMonth = dates(locale, { day: 'numeric', month: 'short' });
  const time = dates(locale, { timeStyle: 'short' });
  const full = dates(locale, { dateStyle: 'full', timeStyle: 'long' });
  const dayHead = dates(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const isoDay = dates('en-CA', { dateStyle: 'short' });
  const number = once(() => new Intl.NumberFormat(locale));
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }));

  return {
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    date: (iso: string) => date().format(new Date(iso)),
    dayMonth: (iso: string) => dayMonth().format(new Date(iso)),
    time: (iso: string) => time().format(new Date(iso)),
    /** With weekday, seconds and zone: for a tooltip. */
    exact: (iso: string) => full().format(new Date(iso)),
    dayHead: (iso: string) => dayHead().format(new Date(iso)),
    /** `YYYY-MM-DD` in the zone; equal for two instants of one calendar day. */
    dayKey: (iso: string) => isoDay().format(new Date(iso)),
    number: (value: number) => number().format(value),
    percent: (value: number) => percent().format(value),
    /** "5 min. ago", "yesterday"; a date when it is more than a week away. */
    ago: (iso: string, nowMs: number) => {
      const differenceMs = new Date(iso).getTime() - nowMs;
      const distanceMs = Math.abs(differenceMs);
      if (distanceMs < minuteMs) return relative().format(0, 'second');
      if (distanceMs < hourMs) return relative().format(Math.trunc(differenceMs / minuteMs), 'minute');
      if (distanceMs < dayMs) return relative().format(Math.trunc(differenceMs / hourMs), 'hour');
      if (distanceMs < 7 * dayMs) return relative().format(Math.trunc(differenceMs / dayMs), 'day');
      return dayMonth().format(new Date(iso));
    },
  };
}

/** Makes it with the first call only: making a format of `Intl` takes longer than formatting a thousand times. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

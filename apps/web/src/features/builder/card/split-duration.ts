export type DurationUnit = 'seconds' | 'minutes' | 'hours' | 'days';
const unitSeconds: [DurationUnit, number][] = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
];

/** The largest unit that gives a whole number. */
export function splitDuration(seconds: number): { amount: number; unit: DurationUnit } {
  for (const [unit, size] of unitSeconds) {
    if (seconds > 0 && seconds % size === 0) return { amount: seconds / size, unit };
  }
  return { amount: seconds, unit: 'seconds' };
}

/** Seconds as people say it: "2 hours". */
export function formatDuration(seconds: number, language: string): string {
  const { amount, unit } = splitDuration(seconds);
  return getFormat(unit, language).format(amount);
}

/** Making a format takes longer than all formatting, and every wait of a flow needs one. */
const formats = new Map<string, Intl.NumberFormat>();

function getFormat(unit: DurationUnit, language: string): Intl.NumberFormat {
  const key = `${language} ${unit}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: unit.slice(0, -1),
    unitDisplay: 'long',
  });
  formats.set(key, format);
  return format;
}

import { formatUnit } from '../../../shared/format/format-unit';

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
  return formatUnit(amount, singular[unit], language);
}

const singular = { seconds: 'second', minutes: 'minute', hours: 'hour', days: 'day' } as const;

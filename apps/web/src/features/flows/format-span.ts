import { formatUnit } from '../../shared/format/format-unit';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A span of time in its largest unit, such as "2 days"; at least a minute. */
export function formatSpan(ms: number, language: string): string {
  const [unit, size] = units.find(([, length]) => ms >= length) ?? units[2];
  return formatUnit(Math.max(1, Math.round(ms / size)), unit, language);
}

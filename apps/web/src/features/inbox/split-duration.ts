export type DurationPart = { unit: 'days' | 'hours' | 'minutes' | 'soon'; count: number };

const minuteMs = 60_000;

/** A time left in its largest whole unit; from 48 hours on in days. */
export function splitDuration(leftMs: number): DurationPart {
  const minutes = Math.floor(leftMs / minuteMs);
  if (minutes < 1) return { unit: 'soon', count: 0 };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}

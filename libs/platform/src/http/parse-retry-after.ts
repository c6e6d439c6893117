/**
 * The value of a `Retry-After` header (RFC 9110: seconds, or a date) as milliseconds from `nowMs`, never negative. Null
 * when there is none or it cannot be read.
 */
export function parseRetryAfter(value: string | null, nowMs: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // A date in words has letters; of bare numbers `Date.parse` would make years.
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

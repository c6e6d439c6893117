/** ISO 8601 in UTC, or null. */
export function toIso(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

/** A share between 0 and 1; 0 of nothing. */
export function rateOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

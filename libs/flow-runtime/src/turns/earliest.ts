/** The earliest of some times, of which any may be missing; null when all are. */
export const earliest = (...times: (number | null)[]): number | null => {
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
};

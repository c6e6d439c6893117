const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

export type Gap = { amount: number; unit: 'day' | 'hour' | 'minute' };

/** A pause of at least a minute as people say it: in the largest unit it fills, rounded. */
export function roundGap(ms: number): Gap {
  for (const [unit, unitMs] of units) {
    // 23.9 hours are a day, 59.8 minutes an hour.
    if (ms >= unitMs * 0.99) return { amount: Math.max(1, Math.round(ms / unitMs)), unit };
  }
  return { amount: 1, unit: 'minute' };
}

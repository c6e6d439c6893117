const dayMs = 24 * 3_600_000;

/**
 * When a token is to be renewed: a week after it was issued, or a week before its end when that is sooner, but not within
 * its first day, in which Instagram refuses. Epoch milliseconds.
 */
export function nextRefreshAt({
  issuedAt,
  expiresAt,
}: {
  issuedAt: number;
  expiresAt: number | null;
}): number {
  const byAge = issuedAt + 7 * dayMs;
  if (expiresAt === null) return byAge;
  return Math.min(byAge, Math.max(issuedAt + dayMs, expiresAt - 7 * dayMs));
}

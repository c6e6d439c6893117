import type { RoundTrip } from '@instaflow/contracts';

export type TripProgress = { share: number; left: string };

/** How much of the time for a test is over, from 0 to 1, and what is left as `m:ss`. */
export function tripProgress(
  { startedAt, expiresAt }: Pick<RoundTrip, 'startedAt' | 'expiresAt'>,
  nowMs: number,
): TripProgress {
  const from = new Date(startedAt).getTime();
  const to = new Date(expiresAt).getTime();
  const leftSeconds = Math.max(0, Math.ceil((to - nowMs) / 1_000));
  const share = to > from ? Math.min(1, Math.max(0, (nowMs - from) / (to - from))) : 1;
  const seconds = String(leftSeconds % 60).padStart(2, '0');
  return { share, left: `${Math.floor(leftSeconds / 60)}:${seconds}` };
}

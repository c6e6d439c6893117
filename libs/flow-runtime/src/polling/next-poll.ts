import type { GraphFailure, GraphUsage } from '@instaflow/instagram';

const minuteMs = 60_000;
/** Polls are five to fifteen minutes apart. */
export const shortestIntervalMs = 5 * minuteMs;
const longestIntervalMs = 15 * minuteMs;
/** A missing permission is not given within minutes. */
const hopelessMs = 60 * minuteMs;
/** From here on Instagram's allowance is left to what people wait for. */
export const tightPercent = 75;

const passing: readonly GraphFailure['outcome'][] = ['throttled', 'transient', 'ambiguous', 'not_sent'];

/** How long until the next poll: sooner where comments come, later where none do or Instagram's allowance runs low. */
export const nextIntervalMs = ({
  intervalMs,
  found,
  usage,
}: {
  intervalMs: number;
  found: number;
  usage: GraphUsage;
}): number => {
  if (usage.percent >= tightPercent) return longestIntervalMs;
  return found > 0 ? shortestIntervalMs : Math.min(longestIntervalMs, Math.round(intervalMs * 1.5));
};

/** How long to stay away after Instagram refused: as long as it says, and never less than the longest interval. */
export const pauseAfterFailureMs = ({ outcome, retryAfterMs, usage }: GraphFailure): number => {
  if (!passing.includes(outcome)) return hopelessMs;
  return Math.max(longestIntervalMs, retryAfterMs ?? 0, usage.regainAccessMs);
};

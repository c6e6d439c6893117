import { maxWaitSeconds } from '@instaflow/flow-model';

const daySeconds = 86_400;

/** When a step that waits for an answer gives up (epoch milliseconds): after a day unless it says, a year at most. */
export function timeOutAt(now: number, seconds: number | null | undefined): number {
  return now + Math.min(seconds ?? daySeconds, maxWaitSeconds) * 1000;
}

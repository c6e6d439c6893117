import type { Clock } from '../clock/clock';

export type RateMeter = {
  /** Takes one slot of a sliding window; false when it is full. A limit of 0 is no limit. */
  tryTake(options: { key: string; limit: number; windowMs: number }): boolean;
  /** Calls since the window of this key began (a coarse counter for the usage headers). */
  count(options: { key: string; windowMs: number }): number;
  clear(): void;
};

/** Counts calls in simulated time, so that moving the clock frees the slots. */
export function createRateMeter(clock: Clock): RateMeter {
  const taken = new Map<string, number[]>();
  const counters = new Map<string, { since: number; count: number }>();
  return {
    tryTake({ key, limit, windowMs }) {
      if (limit === 0) return true;
      const now = clock.now();
      const recent = (taken.get(key) ?? []).filter((at) => at > now - windowMs);
      const isFree = recent.length < limit;
      if (isFree) recent.push(now);
      taken.set(key, recent);
      return isFree;
    },
    count({ key, windowMs }) {
      const now = clock.now();
      const counter = counters.get(key);
      if (!counter || now - counter.since >= windowMs) {
        counters.set(key, { since: now, count: 1 });
        return 1;
      }
      counter.count += 1;
      return counter.count;
    },
    clear() {
      taken.clear();
      counters.clear();
    },
  };
}

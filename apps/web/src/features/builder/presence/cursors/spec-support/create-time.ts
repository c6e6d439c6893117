import type { Schedule } from '../create-throttle';

/** Time that passes when it is told to, and what is waiting for it. */
export function createTime() {
  let now = 0;
  const waiting = new Set<{ at: number; callback: () => void }>();
  const schedule: Schedule = (callback, delayMs) => {
    const entry = { at: now + delayMs, callback };
    waiting.add(entry);
    return () => void waiting.delete(entry);
  };
  return {
    ports: { nowMs: () => now, schedule },
    countWaiting: () => waiting.size,
    pass: (durationMs: number) => {
      const until = now + durationMs;
      for (;;) {
        const [next] = [...waiting]
          .filter(({ at }) => at <= until)
          .toSorted((one, other) => one.at - other.at);
        if (!next) break;
        waiting.delete(next);
        now = next.at;
        next.callback();
      }
      now = until;
    },
  };
}

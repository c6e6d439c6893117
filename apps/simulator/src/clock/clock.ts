export type Clock = {
  /** Milliseconds since the epoch on the simulated clock. */
  now(): number;
  offsetMs(): number;
  advance(ms: number): void;
  onAdvance(listener: () => void): void;
  /** Resolves after `ms` of simulated time: in real time, or as soon as the clock is moved past it. */
  wait(ms: number): Promise<void>;
};

/**
 * A clock that runs at real speed but can be moved forward. Windows, expiry, rates, retries, delays and every
 * timestamp read it.
 */
export function createClock(initialOffsetMs = 0): Clock {
  let offset = initialOffsetMs;
  const listeners: (() => void)[] = [];
  const sleepers = new Map<() => void, number>();
  const now = (): number => Date.now() + offset;
  const wakeDue = (): void => {
    for (const [wake, dueAt] of sleepers) if (dueAt <= now()) wake();
  };
  return {
    now,
    offsetMs: () => offset,
    advance(ms) {
      offset += ms;
      wakeDue();
      for (const listener of listeners) listener();
    },
    onAdvance: (listener) => void listeners.push(listener),
    wait: (ms) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          sleepers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        sleepers.set(wake, now() + ms);
      }),
  };
}

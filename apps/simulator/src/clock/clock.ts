export type Clock = {
  /** Milliseconds since the epoch on the simulated clock. */
  now(): number;
  offsetMs(): number;
  advance(ms: number): void;
  onAdvance(listener: () => void): void;
};

/**
 * A clock that runs at real speed but can be moved forward. Windows, expiry, rates, retries and every
 * timestamp read it; only the pauses of the network (echo delay, latency) are real.
 */
export function createClock(initialOffsetMs = 0): Clock {
  let offset = initialOffsetMs;
  const listeners: (() => void)[] = [];
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    advance(ms) {
      offset += ms;
      for (const listener of listeners) listener();
    },
    onAdvance: (listener) => void listeners.push(listener),
  };
}

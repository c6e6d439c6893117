/** Runs something after a while; answers how to call it off. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

export type Throttle = { ask: () => void; cancel: () => void };

/**
 * Lets `act` happen at most once in `everyMs`: at once when it has not for that long, else at the end of the pause, so
 * that the last thing asked for is never left out. What it acts upon it reads by itself, as it is by then.
 */
export function createThrottle({
  everyMs,
  act,
  nowMs,
  schedule,
}: {
  everyMs: number;
  act: () => void;
  nowMs: () => number;
  schedule: Schedule;
}): Throttle {
  let actedAt = -Infinity;
  let callOff: (() => void) | null = null;
  const run = () => {
    callOff = null;
    actedAt = nowMs();
    act();
  };
  return {
    ask: () => {
      if (callOff) return;
      const waitMs = actedAt + everyMs - nowMs();
      if (waitMs <= 0) run();
      else callOff = schedule(run, waitMs);
    },
    cancel: () => {
      callOff?.();
      callOff = null;
    },
  };
}

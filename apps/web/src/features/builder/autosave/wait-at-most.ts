/** Calls back once; answers how to call it off. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

/** Waits for a promise that does not reject, but no longer than that. */
export function waitAtMost(limitMs: number, promise: Promise<void>, schedule: Schedule): Promise<void> {
  return new Promise((resolve) => {
    const cancel = schedule(resolve, limitMs);
    void promise.then(() => {
      cancel();
      resolve();
    });
  });
}

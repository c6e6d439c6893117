/** How long a picture or video may take before a box stands for it. */
const patienceMs = 8_000;

/** Whether something loads: false with its `error`, after eight seconds, and when it is called off. */
export function untilEvent(target: EventTarget, name: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isThere: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      resolve(isThere);
    };
    const giveUp = () => {
      settle(false);
    };
    const timer = setTimeout(giveUp, patienceMs);
    signal.addEventListener('abort', giveUp, { once: true });
    target.addEventListener('error', giveUp, { once: true });
    target.addEventListener(
      name,
      () => {
        settle(true);
      },
      { once: true },
    );
    if (signal.aborted) giveUp();
  });
}

import type { Clock } from '../clock/clock';
import type { Delivery } from './delivery';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Pauses after the immediate repeat; Meta says "with falling frequency over 36 hours". */
const pausesMs = [5 * secondMs, 15 * secondMs, minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs, 3 * hourMs];
const giveUpAfterMs = 36 * hourMs;

export type RetrySchedule = {
  /** False when the delivery is too old and is given up. */
  add(delivery: Delivery): boolean;
  /** Puts a delivery of an earlier run back, due when it was. */
  restore(delivery: Delivery): void;
  list(): Delivery[];
  clear(): void;
  close(): void;
};

/** Deliveries waiting for their next attempt, in simulated time: moving the clock makes them due at once. */
export function createRetrySchedule(options: {
  clock: Clock;
  onDue: (delivery: Delivery) => void;
}): RetrySchedule {
  const { clock, onDue } = options;
  let waiting: Delivery[] = [];
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  const arm = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0 || isClosed) return;
    const nextDueAt = Math.min(...waiting.map((delivery) => delivery.dueAt));
    timer = setTimeout(release, Math.max(0, Math.min(nextDueAt - clock.now(), hourMs)));
  };
  const release = (): void => {
    const now = clock.now();
    const due = waiting.filter((delivery) => delivery.dueAt <= now);
    waiting = waiting.filter((delivery) => delivery.dueAt > now);
    arm();
    for (const delivery of due) onDue(delivery);
  };
  clock.onAdvance(() => {
    if (!isClosed) release();
  });

  return {
    add(delivery) {
      const pauseMs = pausesMs[Math.max(0, delivery.attempts - 2)] ?? pausesMs.at(-1) ?? hourMs;
      delivery.dueAt = clock.now() + pauseMs;
      if (delivery.dueAt - delivery.createdAt > giveUpAfterMs) return false;
      waiting.push(delivery);
      arm();
      return true;
    },
    restore(delivery) {
      waiting.push(delivery);
      arm();
    },
    list: () => [...waiting],
    clear() {
      waiting = [];
      arm();
    },
    close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
    },
  };
}

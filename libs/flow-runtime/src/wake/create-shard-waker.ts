import type { Jobs } from '@instaflow/jobs';
import type { Clock } from '@instaflow/platform';

export type ShardWaker = {
  /** Asks for a look at a shard at `dueAt` (epoch milliseconds). Never waits and never fails: the sweeper is behind it. */
  wake(shard: number, dueAt: number): void;
  close(): void;
};

/**
 * Wakes shards through the queue, sparingly: a request goes out at once, those that follow it within 10 ms become one,
 * and while they keep coming the pause grows to 80 ms. So a lone tap never waits, and under load a job finds many
 * contacts. Later due times share a wake-up per 100 ms. What is due in more than a minute is the sweeper's business.
 */
export const createShardWaker = (options: {
  jobs: Pick<Jobs, 'wake'>;
  clock: Clock;
  /** Whether this very process takes the shard up now; then the queue is not asked. */
  takeHere?: (shard: number) => boolean;
}): ShardWaker => {
  const { jobs, clock } = options;
  const pauses = new Map<number, { timer: NodeJS.Timeout; isAsked: boolean }>();
  const slots = new Map<number, Set<number>>();

  const wakeAndPause = (shard: number, pauseMs: number): void => {
    void jobs.wake('turns.wake', { shard });
    const timer = setTimeout(() => {
      const isAsked = pauses.get(shard)?.isAsked ?? false;
      pauses.delete(shard);
      if (isAsked) wakeAndPause(shard, Math.min(pauseMs * 2, longestPauseMs));
    }, pauseMs);
    timer.unref();
    pauses.set(shard, { timer, isAsked: false });
  };

  const wakeNow = (shard: number): void => {
    if (options.takeHere?.(shard)) return;
    const pause = pauses.get(shard);
    if (pause === undefined) wakeAndPause(shard, shortestPauseMs);
    else pause.isAsked = true;
  };

  const wakeLater = (shard: number, delayMs: number): void => {
    const now = clock.now();
    const slot = Math.ceil((now + delayMs) / slotMs);
    const asked = slots.get(shard) ?? new Set<number>();
    slots.set(shard, asked);
    if (asked.has(slot)) return;
    for (const old of asked) if (old * slotMs < now) asked.delete(old);
    asked.add(slot);
    void jobs.wake('turns.wake', { shard }, { delayMs });
  };

  return {
    wake: (shard, dueAt) => {
      const delayMs = Math.ceil(dueAt - clock.now());
      if (delayMs <= 0) wakeNow(shard);
      else if (delayMs <= 60_000) wakeLater(shard, delayMs);
    },
    close: () => {
      for (const { timer } of pauses.values()) clearTimeout(timer);
      pauses.clear();
    },
  };
};

const shortestPauseMs = 10;
const longestPauseMs = 80;
const slotMs = 100;

import {
  cancelForPausedAccounts,
  ensureMessagePartitions,
  expireHeldMessages,
  findOverdueWork,
  holdPausedFlows,
  purgeExpired,
  releaseQuietMessages,
  type Database,
  type OverdueWork,
} from '@instaflow/db';
import type { JobName, Jobs } from '@instaflow/jobs';
import type { Clock, Logger, Metrics } from '@instaflow/platform';
import { createRetention } from '../retention/create-retention';
import { createHourCounter } from './create-hour-counter';

export type Sweeper = {
  start(): void;
  stop(): Promise<void>;
  /** Looks once; null when another process was doing so. */
  sweep(): Promise<OverdueWork | null>;
};

/** The work of one kind that this process can do itself. */
export type SweptWork<Run> = { run: Run; lastRunAt(): number };

type SweeperOptions = {
  dataSource: Database;
  jobs: Pick<Jobs, 'wake' | 'restartWorker'>;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  intervalMs?: number;
  /** Given where workers run: overdue work is then done here when the queue does not bring it. */
  turns?: SweptWork<(shard: number) => Promise<unknown>>;
  delivery?: SweptWork<() => Promise<unknown>>;
};

/**
 * The safety net and the timer service: finds what was due and not woken, wakes it, and does it itself when the queue
 * does not. Lets go what quiet hours held. Of many processes one looks at a time. Also creates partitions ahead and deletes what has expired.
 */
export const createSweeper = (options: SweeperOptions): Sweeper => {
  const { dataSource, clock, logger, turns, delivery, intervalMs = 1_000 } = options;
  const overdue = options.metrics.gauge('instaflow_overdue_shards', 'Shards with turns nobody took in time');
  const [upkeep, hours] = [createUpkeep(options), createHourCounter(options)];
  const wakeTurns = createRescue(options, 'turns.wake');
  const wakeDelivery = createRescue(options, 'delivery.wake');
  let timer: NodeJS.Timeout | null = null;
  let sweeping: Promise<unknown> = Promise.resolve();

  const sweep = async (): Promise<OverdueWork | null> => {
    const now = clock.now();
    const work = await findOverdueWork(dataSource, { now, graceMs: 250 });
    if (work === null) return null;
    overdue.set(work.shards.length);
    await Promise.all([
      ...work.shards.map(({ shard, dueAt }) =>
        wakeTurns({
          dueAt,
          wake: () => options.jobs.wake('turns.wake', { shard }),
          local: turns && { run: () => turns.run(shard), lastRunAt: turns.lastRunAt() },
        }),
      ),
      work.outboundDueAt !== null &&
        wakeDelivery({
          dueAt: work.outboundDueAt,
          wake: () => options.jobs.wake('delivery.wake', {}),
          local: delivery && { run: () => delivery.run(), lastRunAt: delivery.lastRunAt() },
        }),
    ]);
    const released = await releaseQuietMessages(dataSource, { now, limit: releaseLimit });
    if (released > 0) void options.jobs.wake('delivery.wake', {});
    await upkeep(now);
    return work;
  };

  const tick = async (): Promise<void> => {
    try {
      await sweep();
    } catch (error) {
      logger.warn({ err: error }, 'A sweep failed; the next one follows.');
    }
    if (timer !== null) timer = setTimeout(run, intervalMs);
  };
  const run = (): void => {
    sweeping = tick();
  };

  return {
    sweep,
    start: () => {
      timer ??= setTimeout(run, intervalMs);
      hours.start();
    },
    stop: async () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await Promise.all([sweeping, hours.stop()]);
    },
  };
};

type Rescue = (work: {
  dueAt: number;
  wake: () => Promise<boolean>;
  local: { run: () => Promise<unknown>; lastRunAt: number } | undefined;
}) => Promise<void>;

/** Messages of quiet hours that are let go at a time; the next sweep goes on. */
const releaseLimit = 5_000;

/** This much behind, the queue is not relied on any more. */
const patienceMs = 3_000;

/** Work this old while a worker claims to run means that the worker hears nothing. */
const deafAfterMs = 30_000;

const createRescue = (options: SweeperOptions, name: JobName): Rescue => {
  const { clock, logger, jobs } = options;
  let restartedAt = 0;
  return async ({ dueAt, wake, local }) => {
    const isQueued = await wake();
    if (local === undefined) return;
    const now = clock.now();
    const isIdle = now - local.lastRunAt > patienceMs;
    if (isIdle && now - dueAt > deafAfterMs && now - restartedAt > deafAfterMs) {
      restartedAt = now;
      logger.warn({ job: name, overdueMs: now - dueAt }, 'Due work is not taken; its worker is replaced.');
      await jobs.restartWorker(name);
    }
    if (!isQueued || (isIdle && now - dueAt > patienceMs)) await local.run();
  };
};

const hourMs = 3_600_000;
const minuteMs = 60_000;
const purgeLimit = 20_000;
const expireLimit = 1_000;

const createUpkeep = ({ dataSource }: SweeperOptions): ((now: number) => Promise<void>) => {
  let partitionedAt = 0;
  let purgedAt = 0;
  const retain = createRetention({ dataSource });
  return async (now) => {
    if (now - partitionedAt >= hourMs) {
      await ensureMessagePartitions(dataSource, { now, monthsAhead: 3 });
      partitionedAt = now;
    }
    if (now - purgedAt >= minuteMs) {
      const purged = await purgeExpired(dataSource, { now, limit: purgeLimit });
      // A full batch means that there is more: then it goes on with the next sweep.
      if (purged < purgeLimit) purgedAt = now;
      await holdPausedFlows(dataSource, { now });
      await cancelForPausedAccounts(dataSource, { now });
      await expireHeldMessages(dataSource, { now, limit: expireLimit });
    }
    await retain(now);
  };
};

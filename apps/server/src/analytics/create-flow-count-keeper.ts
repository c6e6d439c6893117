import { countFlowFigures, countFlowHours, type Database } from '@instaflow/db';
import { traceRetentionMs } from '@instaflow/flow-runtime';
import type { Clock, Logger } from '@instaflow/platform';

export type FlowCountKeeper = {
  start(): void;
  /** Counts what is due, for some seconds at most; rejects when the database cannot be read. */
  run(): Promise<void>;
  /** Takes nothing more and waits for what is under way. */
  stop(): Promise<void>;
};

/** A backlog, as after an upgrade, is worked off in portions, so that stopping never waits for long. */
const portionMs = 2_000;

/** Hours this close to being deleted are not counted again. */
const marginMs = 2 * 24 * 3_600_000;

/** Counts the hours of flows that are over, and what lists show of flows, so that figures need not read every turn. */
export function createFlowCountKeeper(options: {
  engineSource: Database;
  clock: Clock;
  log: Logger;
  intervalMs?: number;
}): FlowCountKeeper {
  const { engineSource, clock, log, intervalMs = 20_000 } = options;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const count = async (): Promise<void> => {
    const now = clock.now();
    const keptSince = now - traceRetentionMs + marginMs;
    const isDone = (): boolean => isStopped || clock.now() - now > portionMs;
    await countFlowHours(engineSource, { now, keptSince, isDone });
    await countFlowFigures(engineSource, { now, isDone });
  };
  const run = (): Promise<void> => (running ??= count().finally(() => (running = null)));
  const tick = (): void => {
    run().catch((err: unknown) => log.warn({ err }, 'Hours of flows were not counted; it is tried again.'));
  };
  return {
    run,
    start: () => {
      isStopped = false;
      timer ??= setInterval(tick, intervalMs);
    },
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearInterval(timer);
      timer = null;
      await running?.catch((err: unknown) => log.warn({ err }, 'Counting hours of flows was not finished.'));
    },
  };
}

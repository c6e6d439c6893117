import { listExpiredMedia, removeExpiredMedia, type DataSource } from '@instaflow/db';
import type { Clock, Logger } from '@instaflow/platform';
import type { MediaStore } from './create-media-store';

export type MediaRetention = {
  start(): void;
  /** Removes all files that expired; answers how many. Rejects when the database cannot be read. */
  run(): Promise<number>;
  stop(): Promise<void>;
};

const batchSize = 100;

/**
 * Removes the bytes of files that expired, were deleted, or belonged to people and messages that were erased. What the
 * storage does not let go of stays listed and is tried again. Two processes doing it at once only share the work.
 */
export const createMediaRetention = (options: {
  /** Of role `engine`. */
  dataSource: DataSource;
  store: Pick<MediaStore, 'remove' | 'clear'>;
  clock: Clock;
  logger: Logger;
  intervalMs?: number;
}): MediaRetention => {
  const { dataSource, store, clock, logger, intervalMs = 30_000 } = options;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<number> | null = null;
  let isStopped = false;

  const removeAll = async (): Promise<number> => {
    let removed = 0;
    while (!isStopped) {
      const now = clock.now();
      const expired = await listExpiredMedia(dataSource, { now, limit: batchSize });
      const results = [];
      for (const file of expired) {
        results.push(await settle(removeExpiredMedia(dataSource, { ...file, now }, store.remove)));
      }
      const failures = results.filter((error) => error !== null);
      removed += results.length - failures.length;
      if (failures.length > 0) {
        logger.warn({ err: failures[0], count: failures.length }, 'Expired media could not be removed.');
        return removed;
      }
      if (expired.length < batchSize) return removed;
    }
    return removed;
  };
  const run = (): Promise<number> => (running ??= removeAll().finally(() => (running = null)));
  const tick = (): void => {
    run().catch((err: unknown) => logger.warn({ err }, 'Expired media was not looked for.'));
  };
  return {
    run,
    start: () => {
      store.clear().catch((err: unknown) => logger.warn({ err }, 'Half written media was not cleared.'));
      timer ??= setInterval(tick, intervalMs);
    },
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearInterval(timer);
      timer = null;
      await running?.catch((err: unknown) => logger.warn({ err }, 'Removing media was not finished.'));
    },
  };
};

/** Null, or why it failed. */
const settle = async (work: Promise<void>): Promise<unknown> => {
  try {
    await work;
    return null;
  } catch (error) {
    return error;
  }
};

import { countAccountHours, type Database } from '@instaflow/db';
import type { Logger } from '@instaflow/platform';

/** A day of a large installation is counted within a second or so; a new program on old data has a year to catch up on. */
const hoursAtOnce = 24;
const changesAtOnce = 20_000;
const pauseMs = { more: 200, done: 60_000 };

/**
 * Counts the hours that are over for the figures of accounts, beside the sweeps, which must not wait for it. Of many
 * processes one counts at a time. `stop` waits for what was begun.
 */
export const createHourCounter = ({
  dataSource,
  logger,
}: {
  dataSource: Database;
  logger: Logger;
}): { start(): void; stop(): Promise<void> } => {
  let timer: NodeJS.Timeout | null = null;
  let counting: Promise<unknown> = Promise.resolve();

  const count = async (): Promise<void> => {
    let hasMore = false;
    try {
      hasMore = await countAccountHours(dataSource, { hours: hoursAtOnce, changes: changesAtOnce });
    } catch (error) {
      logger.warn({ err: error }, 'Hours of the figures were not counted; the next attempt follows.');
    }
    if (timer !== null) timer = setTimeout(run, hasMore ? pauseMs.more : pauseMs.done);
  };
  const run = (): void => {
    counting = count();
  };

  return {
    start: () => {
      timer ??= setTimeout(run, pauseMs.more);
    },
    stop: async () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await counting;
    },
  };
};

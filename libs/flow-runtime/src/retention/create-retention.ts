import { purgeTraces, type Database } from '@instaflow/db';

const dayMs = 24 * 3_600_000;

/** How long the trace is kept: turns with their candidates and steps, and what Instagram answered to each message. */
export const traceRetentionMs = 90 * dayMs;

/** Small enough that a batch holds its locks for milliseconds. */
const batchLimit = 2_000;

/** A full batch is followed by the next one after this, an incomplete one by the next day's look. */
const pauseMs = 1_000;

/**
 * Deletes traces that are older than 90 days: called with every sweep, it works once a day, one batch at a time, until
 * nothing is left. Two processes doing it at once only share the work. `now` in epoch milliseconds.
 */
export const createRetention = ({
  dataSource,
}: {
  dataSource: Database;
}): ((now: number) => Promise<void>) => {
  let nextAt = 0;
  return async (now) => {
    if (now < nextAt) return;
    const deleted = await purgeTraces(dataSource, { before: now - traceRetentionMs, limit: batchLimit });
    nextAt = now + (deleted < batchLimit ? dayMs : pauseMs);
  };
};

import {
  isDatabaseUnavailable,
  storeEvents,
  type Database,
  type DueShard,
  type IntakeRow,
} from '@instaflow/db';
import type { Clock, Logger } from '@instaflow/platform';
import { toUnstorableRow } from './to-unstorable-row';

/** How many events were stored, and how many only as something unreadable. */
export type StoredBatch = { stored: number; unstorable: number };

/**
 * Stores batches of events. One event the database refuses does not take the others with it: halves of halves find it,
 * and it is kept as unhandled. Throws when the database is not there.
 */
export const createBatchStore = (options: {
  dataSource: Database;
  clock: Clock;
  logger: Logger;
  onDue: (due: readonly DueShard[]) => void;
}): ((rows: readonly IntakeRow[]) => Promise<StoredBatch>) => {
  const { dataSource, clock, logger } = options;

  const store = async (rows: readonly IntakeRow[]): Promise<StoredBatch> => {
    try {
      options.onDue(await storeEvents(dataSource, rows, clock.now()));
      return { stored: rows.length, unstorable: 0 };
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      return storeApart(rows, error);
    }
  };

  const storeApart = async (rows: readonly IntakeRow[], error: unknown): Promise<StoredBatch> => {
    const [only] = rows;
    if (only === undefined) return { stored: 0, unstorable: 0 };
    if (rows.length === 1) {
      logger.error({ err: error, kind: only.kind }, 'An event could not be stored as what it is.');
      await storeEvents(dataSource, [toUnstorableRow(only)], clock.now());
      return { stored: 0, unstorable: 1 };
    }
    const middle = Math.ceil(rows.length / 2);
    const first = await store(rows.slice(0, middle));
    const second = await store(rows.slice(middle));
    return { stored: first.stored + second.stored, unstorable: first.unstorable + second.unstorable };
  };

  return store;
};

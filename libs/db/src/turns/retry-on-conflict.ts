import { sqlStateOf } from './sql-state-of';

/**
 * Runs `work`, one whole transaction, again when it fell victim to a deadlock, a serialization failure or a lock
 * timeout; at most `attempts` times in all.
 */
export const retryOnConflict = async <Result>(work: () => Promise<Result>, attempts = 5): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !conflicts.has(sqlStateOf(error) ?? '')) throw error;
    }
  }
};

const conflicts = new Set(['40P01', '40001', '55P03']);

import type { Database, IntakeRow } from '@instaflow/db';
import type { ParsedEvent } from '@instaflow/instagram';
import type { Jobs } from '@instaflow/jobs';
import { unavailable, type Clock, type Logger, type Metrics } from '@instaflow/platform';
import { v7 } from 'uuid';
import { createShardWaker } from '../wake/create-shard-waker';
import { createBatchStore } from './create-batch-store';
import { GroupCommit } from './group-commit';
import { toIntakeRow } from './to-intake-row';

export type Intake = {
  /**
   * Resolves when all events are durable, each stored once however often it comes. Rejects with `unavailable` (503)
   * when they could not be made durable; then the platform has to deliver them again.
   */
  accept(events: readonly ParsedEvent[]): Promise<void>;
  /** Waits for what was accepted. */
  close(): Promise<void>;
};

/** The only thing between a webhook and its acknowledgement. Concurrent requests share a transaction. */
export const createIntake = (options: {
  dataSource: Database;
  jobs: Pick<Jobs, 'wake'>;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  newId?: () => string;
  /** Whether this very process takes a shard up that is due now; otherwise the queue is asked. */
  takeHere?: (shard: number) => boolean;
}): Intake => {
  const { logger, metrics, newId = v7 } = options;
  const events = metrics.counter('instaflow_intake_events_total', 'Events taken in', ['outcome']);
  const sizes = metrics.histogram('instaflow_intake_batch_size', 'Events per transaction of intake', {
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  });
  const waker = createShardWaker(options);
  const storeBatch = createBatchStore({
    ...options,
    onDue: (due) => {
      for (const { shard, dueAt } of due) waker.wake(shard, dueAt);
    },
  });
  const commit = new GroupCommit<IntakeRow>({
    maxItems: 200,
    maxParallel: 3,
    maxWaitMs: 3,
    flush: async (rows) => {
      sizes.observe(rows.length);
      const { stored, unstorable } = await storeBatch(rows);
      events.inc({ outcome: 'stored' }, stored);
      events.inc({ outcome: 'unstorable' }, unstorable);
    },
  });

  return {
    accept: async (parsed) => {
      if (parsed.length === 0) return;
      try {
        await commit.add(parsed.map((event) => toIntakeRow(event, newId)));
      } catch (error) {
        events.inc({ outcome: 'refused' }, parsed.length);
        logger.error({ err: error, events: parsed.length }, 'Events could not be made durable.');
        throw unavailable({ cause: error });
      }
    },
    close: async () => {
      await commit.drain();
      waker.close();
    },
  };
};

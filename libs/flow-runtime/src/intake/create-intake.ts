import type { Database, IntakeRow } from '@instaflow/db';
import type { ParsedEvent } from '@instaflow/instagram';
import type { Jobs } from '@instaflow/jobs';
import { unavailable, type Clock, type Logger, type Metrics } from '@instaflow/platform';
import { v7 } from 'uuid';
import { createShardWaker } from '../wake/create-shard-waker';
import { createBatchStore } from './create-batch-store';
import { GroupCommit } from './group-commit';
import { RecentWait } from './recent-wait';
import { toIntakeRow } from './to-intake-row';
import { toLateRow } from './to-late-row';

export type Intake = {
  /**
   * Resolves when all events are durable, each stored once however often it comes. Rejects with `unavailable` (503)
   * when they could not be made durable; then the platform has to deliver them again. `isRecovered`: read from Instagram
   * after the fact; marked late, and not answered when they are stale.
   */
  accept(events: readonly ParsedEvent[], options?: { isRecovered?: boolean }): Promise<void>;
  /** How long webhooks lately waited to become durable, milliseconds. */
  recentWaitMs(): number;
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
  const { clock, logger, metrics, newId = v7 } = options;
  const wait = new RecentWait(clock);
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
  const toRow = (event: ParsedEvent) => toIntakeRow(event, newId);
  const toLate = (event: ParsedEvent) => toLateRow(toRow(event), clock.now());
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
    accept: async (parsed, { isRecovered = false } = {}) => {
      if (parsed.length === 0) return;
      const beganAt = clock.now();
      try {
        await commit.add(parsed.map(isRecovered ? toLate : toRow));
        wait.observe(clock.now() - beganAt);
      } catch (error) {
        events.inc({ outcome: 'refused' }, parsed.length);
        logger.error({ err: error, events: parsed.length }, 'Events could not be made durable.');
        throw unavailable({ cause: error });
      }
    },
    recentWaitMs: () => wait.ms,
    close: async () => {
      await commit.drain();
      waker.close();
    },
  };
};

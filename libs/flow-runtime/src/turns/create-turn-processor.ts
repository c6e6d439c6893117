import { decideTurn } from '@instaflow/flow-engine';
import { loadTurns, loadTurnsOfContacts, type Database } from '@instaflow/db';
import type { Jobs } from '@instaflow/jobs';
import type { Clock, Logger, Metrics } from '@instaflow/platform';
import { v7 } from 'uuid';
import { createAccountCache } from '../accounts/create-account-cache';
import { createShardWaker } from '../wake/create-shard-waker';
import { createBatchProcessor, type BatchOutcome } from './create-batch-processor';
import { createProfileHold, type EnsureProfiles } from './create-profile-hold';
import type { DecideTurn } from './decide-contact';
import { earliest } from './earliest';
import { createTurnMetrics } from './turn-metrics';

export type TurnProcessor = {
  /** Takes the turns of all due contacts of a shard; safe to run twice at once. Throws when the database is away. */
  runShard(shard: number): Promise<{ processed: number; nextDueAt: number | null }>;
  /** Takes the turn of one contact, due or not. */
  runContact(contactId: string): Promise<{ processed: number }>;
  /** When a shard was last worked on, epoch milliseconds; 0 for never. */
  lastRunAt(): number;
  /** Waits for turns that wait for a profile. */
  close(): Promise<void>;
};

export type TurnProcessorOptions = {
  dataSource: Database;
  jobs: Pick<Jobs, 'wake'>;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  newId?: () => string;
  ensureProfiles?: EnsureProfiles;
  /** Called after messages were put into the outbox, for a sender in the same process. */
  onOutbound?: () => void;
  decide?: DecideTurn;
};

/** Loads due contacts, lets the engine decide and commits the outcome: two round trips for up to 100 contacts. */
export const createTurnProcessor = (options: TurnProcessorOptions): TurnProcessor => {
  const { dataSource, jobs, clock, logger, newId = v7, decide = decideTurn } = options;
  const metrics = createTurnMetrics(options.metrics);
  const accounts = createAccountCache({ dataSource, logger });
  const processBatch = createBatchProcessor({ dataSource, clock, logger, metrics, accounts, decide, newId });
  const waker = createShardWaker({ jobs, clock });
  let lastRunAt = 0;

  const process = async (turns: Parameters<typeof processBatch>[0]): Promise<BatchOutcome> => {
    const stopTimer = metrics.batchSeconds.startTimer();
    const outcome = await processBatch(turns);
    if (turns.length > 0) stopTimer();
    if (outcome.hasOutbound) {
      options.onOutbound?.();
      void jobs.wake('delivery.wake', {});
    }
    return outcome;
  };

  const runContacts = async (contactIds: readonly string[]): Promise<number> => {
    const turns = await loadTurnsOfContacts(dataSource, { contactIds, now: clock.now() });
    const { processed } = await process(turns);
    return processed;
  };

  const hold = createProfileHold({ ensureProfiles: options.ensureProfiles, resume: runContacts, logger });

  const runShard = async (shard: number): Promise<{ processed: number; nextDueAt: number | null }> => {
    lastRunAt = clock.now();
    let processed = 0;
    for (let round = 1; ; round += 1) {
      const now = clock.now();
      const loaded = await loadTurns(dataSource, { shard, limit: batchLimit, exclude: hold.held(), now });
      for (const { events } of loaded.turns) {
        if (events[0]) metrics.lagSeconds.observe((now - events[0].receivedAt) / 1_000);
      }
      const outcome = await process(hold.takeReady(loaded.turns));
      processed += outcome.processed;
      const nextDueAt = earliest(loaded.nextDueAt, outcome.nextDueAt);
      const isMoreDue = loaded.turns.length >= batchLimit || (nextDueAt !== null && nextDueAt <= clock.now());
      // A slice ends at some point, so that a flooded shard lets others of the process have their turn.
      if (!isMoreDue || round >= maxRounds) {
        const dueAt = isMoreDue ? clock.now() : nextDueAt;
        if (dueAt !== null) waker.wake(shard, dueAt);
        return { processed, nextDueAt: dueAt };
      }
    }
  };

  return {
    runShard,
    runContact: async (contactId) => ({ processed: await runContacts([contactId]) }),
    lastRunAt: () => lastRunAt,
    close: async () => {
      await hold.drain();
      waker.close();
    },
  };
};

const batchLimit = 100;
const maxRounds = 20;

import { claimEffects, purgeEffects, type ClaimedEffect, type Database } from '@instaflow/db';
import type { Jobs } from '@instaflow/jobs';
import {
  createOutboundClient,
  type Clock,
  type Logger,
  type Metrics,
  type OutboundClient,
} from '@instaflow/platform';
import { v4, v7 } from 'uuid';
import type { ReadFollowState } from './ask-follow-state';
import { carryOutEffect } from './carry-out-effect';
import { createClaimLoop } from './claim-loop';
import { createEffectSlots } from './effect-slots';

export type EffectRunner = {
  /** Looks for due effects from now on, every `intervalMs`. */
  start(): void;
  /** Looks at once, for whoever just asked for something in this process. Never throws. */
  poke(): void;
  /** Takes what is due; answers when nothing more is, without waiting for what it began. Rejects without database. */
  run(): Promise<void>;
  /** Answers when nothing is under way. */
  idle(): Promise<void>;
  /** Takes nothing more, lets calls end for `graceMs` (default 3 s) and gives the others back. */
  stop(options?: { graceMs?: number }): Promise<void>;
};

export type EffectRunnerOptions = {
  /** Of role `engine`. */
  dataSource: Database;
  jobs: Pick<Jobs, 'wake'>;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  http?: OutboundClient;
  /** Without it every follow gate goes by what was known before. */
  readFollowState?: ReadFollowState;
  newId?: () => string;
  /** In [0, 1); for the jitter of retries. */
  random?: () => number;
  intervalMs?: number;
  /** Calls under way at most: of this process, and of one account. */
  concurrency?: number;
  perAccount?: number;
};

/**
 * Carries out what runs ask of the outside, one runner per process and any number of processes. Each effect is
 * requested in the transaction of its turn and ended in one that wakes its contact; in between it belongs to a lease,
 * so that it is done at least once whatever dies. The other side tells repetitions by the `Idempotency-Key`.
 */
export const createEffectRunner = (options: EffectRunnerOptions): EffectRunner => {
  const { dataSource, clock, logger, intervalMs = 1_000, concurrency = 32, perAccount = 8 } = options;
  const stopping = new AbortController();
  const slots = createEffectSlots({ concurrency, perAccount });
  const loop = createClaimLoop({
    slots,
    claim: (room) => claimEffects(dataSource, { lease: v4(), perAccount, now: clock.now(), ...room }),
    carryOut: createCarryOut(options, stopping.signal),
    onError: (err) => logger.warn({ err }, 'Effects could not be read; the next look follows.'),
  });
  const purge = createPurge(options);
  let timer: NodeJS.Timeout | null = null;

  return {
    start: () => {
      timer ??= setInterval(() => {
        loop.poke();
        void purge();
      }, intervalMs);
    },
    poke: () => loop.poke(),
    run: () => loop.look(),
    idle: () => slots.idle(),
    stop: async ({ graceMs = 3_000 } = {}) => {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await loop.stop();
      const patience = setTimeout(() => stopping.abort(), graceMs);
      await slots.idle();
      clearTimeout(patience);
    },
  };
};

const createCarryOut = (options: EffectRunnerOptions, signal: AbortSignal) => {
  const { http = createOutboundClient(), newId = v7, random = Math.random, logger, metrics } = options;
  const parts = { ...options, http, newId, random };
  const outcomes = metrics.counter('instaflow_effects_total', 'Calls of other programs by outcome', [
    'outcome',
  ]);
  return async (effect: ClaimedEffect): Promise<void> => {
    try {
      outcomes.inc({ outcome: await carryOutEffect(parts, effect, signal) });
    } catch (err) {
      outcomes.inc({ outcome: 'interrupted' });
      logger.error(
        { err, effect: effect.key },
        'An effect was not ended; it is taken again when its lease is over.',
      );
    }
  };
};

const purgeEveryMs = 3_600_000;
const purgeLimit = 10_000;

const createPurge = ({ dataSource, clock, logger }: EffectRunnerOptions) => {
  let purgedAt = 0;
  return async (): Promise<void> => {
    const now = clock.now();
    if (now - purgedAt < purgeEveryMs) return;
    purgedAt = now;
    try {
      await purgeEffects(dataSource, { now, limit: purgeLimit });
    } catch (err) {
      logger.warn({ err }, 'Old effects could not be deleted; the next hour follows.');
    }
  };
};

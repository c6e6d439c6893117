import { setTimeout as sleep } from 'node:timers/promises';
import {
  claimMissedEvents,
  finishMissedEvents,
  noteMissedEvents,
  requestMissedEvents,
  type Database,
  type MissedEventsClaim,
  type MissedEventsOutcome,
} from '@instaflow/db';
import type { Clock, Logger } from '@instaflow/platform';
import type { Intake } from '../intake/create-intake';
import { MissedReadingRefused, readMissedEvents, type MissedReading } from './read-missed-events';

export type Recovery = {
  /** Asks for all accounts that were quiet for long, and works from then on; asks again after every outage. */
  start(): void;
  /** Asks for one account, whenever its last webhook was. */
  request(accountId: string): Promise<void>;
  /** Reads what is due; rejects when the database cannot be read. */
  run(): Promise<void>;
  /** Takes nothing more and waits for the page under way. */
  stop(): Promise<void>;
};

type RecoveryOptions = {
  /** Of role `engine`. */
  dataSource: Database;
  graph: MissedReading['graph'];
  /** Null when the token cannot be opened. */
  openToken: (account: { accountId: string; sealedToken: string }) => string | null;
  intake: Pick<Intake, 'accept'>;
  clock: Clock;
  logger: Logger;
  pause?: (ms: number) => Promise<void>;
  intervalMs?: number;
};

/** An account that had no webhook for this long may have missed some. */
const quietMs = 10 * 60_000;
/** Renewed with every page; a process that died gives its account free by then. */
const leaseMs = 3 * 60_000;
const firstPauseMs = 60_000;
const maxAttempts = 6;

/**
 * Reads from Instagram what webhooks did not bring, and takes it in like them: what is known already is passed over, what
 * is older than ten minutes is shown and not answered. One account at a time, one page in memory.
 */
export const createRecovery = (options: RecoveryOptions): Recovery => {
  const { dataSource, clock, logger, intervalMs = 5_000 } = options;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let asking: Promise<unknown> | null = null;
  let isStopped = false;
  let lastGoodAt = clock.now();

  /** A machine that slept, or a database that was away, kept webhooks from being stored. */
  const askAfterOutage = async (): Promise<void> => {
    const now = clock.now();
    if (now - lastGoodAt > quietMs) await requestMissedEvents(dataSource, { quietMs, now });
  };
  const work = async (): Promise<void> => {
    await askAfterOutage();
    while (!isStopped) {
      const claim = await claimMissedEvents(dataSource, { leaseMs, now: clock.now() });
      lastGoodAt = clock.now();
      if (claim === null) return;
      const outcome = await recover(options, claim, {
        isStopped: () => isStopped,
        onProgress: () => (lastGoodAt = clock.now()),
      });
      await finishMissedEvents(dataSource, { accountId: claim.accountId, outcome, now: clock.now() });
    }
  };
  const run = (): Promise<void> => (running ??= work().finally(() => (running = null)));
  const tell = (err: unknown): void =>
    logger.warn({ err }, 'Missed events were not looked for; the next look follows.');

  return {
    run,
    request: async (accountId) => {
      await requestMissedEvents(dataSource, { accountId, quietMs, now: clock.now() });
    },
    start: () => {
      asking = requestMissedEvents(dataSource, { quietMs, now: clock.now() }).catch(tell);
      timer ??= setInterval(() => void run().catch(tell), intervalMs);
    },
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearInterval(timer);
      timer = null;
      await asking;
      await running?.catch(tell);
    },
  };
};

/** Reads what one account missed, page by page, until it is done, cancelled or stopped. */
const recover = async (
  options: RecoveryOptions,
  claim: MissedEventsClaim,
  { isStopped, onProgress }: { isStopped: () => boolean; onProgress: () => void },
): Promise<MissedEventsOutcome> => {
  const { dataSource, clock, graph, intake, pause = sleep } = options;
  const token = options.openToken(claim);
  if (token === null) return { state: 'failed', reason: 'unreadable_token', dueAt: null };
  const { accountId, accountInstagramId, since } = claim;
  const access = { accountInstagramId, token };
  try {
    const reading = { graph, access, since: since.getTime(), now: clock.now(), pause };
    for await (const events of readMissedEvents(reading)) {
      await intake.accept(events, { isRecovered: true });
      if (isStopped()) return { state: 'waiting', reason: 'stopped', dueAt: clock.now() };
      const progress = { accountId, eventsRead: events.length, leaseMs, now: clock.now() };
      const isWanted = await noteMissedEvents(dataSource, progress);
      if (!isWanted) return { state: 'cancelled', reason: null, dueAt: null };
      onProgress();
    }
    return { state: 'done', reason: null, dueAt: null };
  } catch (error) {
    return afterFailure(options, claim, error);
  }
};

const afterFailure = (
  { clock, logger }: RecoveryOptions,
  { accountId, attempts }: MissedEventsClaim,
  error: unknown,
): MissedEventsOutcome => {
  const failure = error instanceof MissedReadingRefused ? error.failure : null;
  const reason = failure?.code ?? 'interrupted';
  logger.warn({ err: error, accountId, reason }, 'Missed events could not all be read.');
  if (attempts >= maxAttempts) return { state: 'failed', reason, dueAt: null };
  const pauseMs = Math.max(firstPauseMs * 2 ** (attempts - 1), failure?.retryAfterMs ?? 0);
  return { state: 'waiting', reason, dueAt: clock.now() + pauseMs };
};

import { setTimeout as sleep } from 'node:timers/promises';
import {
  claimMissedEvents,
  finishMissedEvents,
  requestMissedEvents,
  type Database,
  type MissedEventsClaim,
  type MissedEventsOutcome,
} from '@instaflow/db';
import type { Clock, Logger } from '@instaflow/platform';
import type { Intake } from '../intake/create-intake';
import { MissedReadingRefused, readMissedEvents, type MissedReading } from './read-missed-events';

export type Recovery = {
  /** Asks for all accounts that were quiet for long, and works from then on. */
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
/** Longer than the largest account takes; a process that died gives its account free by then. */
const leaseMs = 60 * 60_000;
const firstPauseMs = 60_000;
const maxAttempts = 6;

/**
 * Reads from Instagram what webhooks did not bring, and takes it in like them: what is known already is passed over, what
 * is older than ten minutes is shown and not answered. One account at a time, one page in memory.
 */
export const createRecovery = (options: RecoveryOptions): Recovery => {
  const { dataSource, clock, logger, intervalMs = 5_000, pause = sleep } = options;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let asking: Promise<unknown> | null = null;
  let isStopped = false;

  const recover = async (claim: MissedEventsClaim): Promise<MissedEventsOutcome> => {
    const token = options.openToken(claim);
    if (token === null) return { state: 'failed', reason: 'unreadable_token', dueAt: null };
    const { accountInstagramId, since } = claim;
    const access = { accountInstagramId, token };
    const reading = { graph: options.graph, access, since: since.getTime(), now: clock.now(), pause };
    try {
      for await (const events of readMissedEvents(reading)) {
        await options.intake.accept(events, { isRecovered: true });
        if (isStopped) return { state: 'waiting', reason: 'stopped', dueAt: clock.now() };
      }
      return { state: 'done', reason: null, dueAt: null };
    } catch (error) {
      return afterFailure(options, claim, error);
    }
  };
  const work = async (): Promise<void> => {
    while (!isStopped) {
      const claim = await claimMissedEvents(dataSource, { leaseMs, now: clock.now() });
      if (claim === null) return;
      const outcome = await recover(claim);
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

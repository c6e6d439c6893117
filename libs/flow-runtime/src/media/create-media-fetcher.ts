import {
  claimMediaFetches,
  finishMediaFetch,
  putOffMediaFetch,
  type DataSource,
  type KeptMedia,
  type MediaFetch,
} from '@instaflow/db';
import type { Clock, Logger, Metrics, OutboundClient } from '@instaflow/platform';
import { z } from 'zod';
import type { MediaStore } from './create-media-store';
import { fetchMediaSlot } from './fetch-media-slot';
import { mediaSlotsOf, type MediaSlot } from './media-slots';

export type MediaFetcher = {
  start(): void;
  /** Fetches what is due; rejects when the database cannot be read. */
  run(): Promise<void>;
  /** Breaks off what is being fetched; it is fetched again by whoever comes next. */
  stop(): Promise<void>;
};

export type MediaFetcherOptions = {
  /** Of role `engine`. */
  dataSource: DataSource;
  store: Pick<MediaStore, 'keep'>;
  http: OutboundClient;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** How long what people sent is kept, milliseconds. */
  retentionMs: number;
  intervalMs?: number;
};

/** Files of 25 MB are held in memory while they are read. */
const atATime = 2;
/** More than one file may take; renewed before each. What a dead process took is free after this. */
const leaseMs = 90_000;
const firstPauseMs = 10_000;
const maxAttempts = 6;

const known = z.array(z.looseObject({ slot: z.string(), state: z.enum(['stored', 'failed', 'link']) }));

/**
 * Fetches pictures, videos and stories of inbound messages as soon as they are stored, because Instagram's addresses
 * expire. Outside of turns; an attempt that failed is made again after 10 s, 20 s … and a sixth time after 160 s.
 */
export const createMediaFetcher = (options: MediaFetcherOptions): MediaFetcher => {
  const { dataSource, clock, logger, intervalMs = 1_000 } = options;
  const outcomes = options.metrics.counter(
    'instaflow_media_fetches_total',
    'Files of inbound messages by what became of them',
    ['outcome'],
  );
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  const fetchOne = async (fetch: MediaFetch): Promise<void> => {
    const isLast = fetch.attempts >= maxAttempts;
    const fetched = await fetchParts(options, { fetch, isLast, signal: stopped.signal });
    for (const outcome of fetched.outcomes) outcomes.inc({ outcome });
    const now = clock.now();
    const pauseMs = stopped.signal.aborted ? 0 : firstPauseMs * 2 ** (fetch.attempts - 1);
    const retryAt = fetched.isPending ? now + pauseMs : null;
    await finishMediaFetch(dataSource, { fetch, kept: fetched.kept, retryAt, now });
  };
  const work = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const fetches = await claimMediaFetches(dataSource, { limit: atATime, leaseMs, now: clock.now() });
      await Promise.all(fetches.map(fetchOne));
      if (fetches.length < atATime) return;
    }
  };
  const run = (): Promise<void> => (running ??= work().finally(() => (running = null)));
  const tell = (err: unknown): void =>
    logger.warn({ err }, 'Media of messages was not fetched; the next look follows.');
  return {
    run,
    start: () => {
      timer ??= setInterval(() => void run().catch(tell), intervalMs);
    },
    stop: async () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
      stopped.abort();
      await running?.catch(tell);
    },
  };
};

type Fetched = { kept: KeptMedia[]; outcomes: string[]; isPending: boolean };

/** Fetches the files of a message one after the other, those it does not have yet; what failed for good is noted. */
const fetchParts = async (
  options: MediaFetcherOptions,
  { fetch, isLast, signal }: { fetch: MediaFetch; isLast: boolean; signal: AbortSignal },
): Promise<Fetched> => {
  const { dataSource, clock, logger } = options;
  const { messageId } = fetch;
  const kept = keptOf(fetch);
  const missing = partsOf(fetch).filter(({ slot }) => kept.every((known) => known.slot !== slot));
  const outcomes: string[] = [];
  let isPending = false;
  for (const part of missing) {
    await putOffMediaFetch(dataSource, { messageId, dueAt: clock.now() + leaseMs });
    const context = { ...options, now: clock.now(), signal };
    const result = await fetchMediaSlot(part, fetch, context).catch((err: unknown) => {
      logger.warn({ err, messageId }, 'A file of a message could not be stored.');
      return null;
    });
    if (result === null && signal.aborted) return { kept, outcomes, isPending: true };
    const noted = result ?? (isLast ? unreachable(part) : null);
    isPending ||= noted === null;
    if (noted !== null) kept.push(noted);
    outcomes.push(nameOfOutcome(noted));
  }
  return { kept, outcomes, isPending };
};

const unreachable = ({ slot }: MediaSlot): KeptMedia => ({ slot, state: 'failed', reason: 'unreachable' });

const nameOfOutcome = (noted: KeptMedia | null): string => noted?.reason ?? noted?.state ?? 'later';

const partsOf = ({ content }: MediaFetch): MediaSlot[] => (content === null ? [] : mediaSlotsOf(content));

const keptOf = ({ content }: MediaFetch): KeptMedia[] => {
  const parsed = known.safeParse(content?.['kept']);
  return parsed.success ? parsed.data : [];
};

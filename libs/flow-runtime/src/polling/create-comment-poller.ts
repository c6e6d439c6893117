import { setTimeout as sleep } from 'node:timers/promises';
import {
  claimCommentPolls,
  finishCommentPoll,
  followPollingSettings,
  type CommentPoll,
  type CommentPollOutcome,
  type Database,
} from '@instaflow/db';
import type { GraphUsage, ParsedEvent } from '@instaflow/instagram';
import type { Clock, Logger } from '@instaflow/platform';
import type { Intake } from '../intake/create-intake';
import { MissedReadingRefused } from '../recovery/read-missed-events';
import { nextIntervalMs, pauseAfterFailureMs, shortestIntervalMs, tightPercent } from './next-poll';
import { readNewComments, type CommentReading } from './read-new-comments';

export type CommentPoller = {
  start(): void;
  /** Asks for the comments of the accounts that are due; rejects when the database cannot be read. */
  run(): Promise<void>;
  /** Takes nothing more and waits for the page under way. */
  stop(): Promise<void>;
};

type Options = {
  /** Of role `engine`. */
  dataSource: Database;
  graph: CommentReading['graph'];
  /** Null when the token cannot be opened. */
  openToken: (account: { accountId: string; sealedToken: string }) => string | null;
  intake: Pick<Intake, 'accept'>;
  clock: Clock;
  logger: Logger;
  pause?: (ms: number) => Promise<void>;
  intervalMs?: number;
};

const minuteMs = 60_000;
const atATime = 5;
const leaseMs = 3 * minuteMs;
/** Instagram's clock is not ours, and it shows a comment somewhat after it was written. */
const overlapMs = 2 * minuteMs;
/** A comment that replaced a deleted one leaves the count as it was: once an hour all recent posts are read. */
const fullEveryMs = 60 * minuteMs;
/** Two of the longest intervals: older comments were kept back by an outage and are only shown. */
const freshMs = 30 * minuteMs;

/**
 * Asks for the comments of accounts with `commentPolling`, every five to fifteen minutes, for installations that get no
 * webhooks of them. They are taken in like webhooks; what those brought is known and passed over.
 */
export const createCommentPoller = (options: Options): CommentPoller => {
  const { dataSource, clock, logger, intervalMs = 5_000 } = options;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const pollOne = async (poll: CommentPoll): Promise<void> => {
    const beganAt = clock.now();
    const outcome = await pollAccount(options, { poll, beganAt, isStopped: () => isStopped });
    await finishCommentPoll(dataSource, { poll, outcome, beganAt });
  };
  const work = async (): Promise<void> => {
    await followPollingSettings(dataSource, { firstIntervalMs: shortestIntervalMs, now: clock.now() });
    while (!isStopped) {
      const polls = await claimCommentPolls(dataSource, { limit: atATime, leaseMs, now: clock.now() });
      await Promise.all(polls.map(pollOne));
      if (polls.length < atATime) return;
    }
  };
  const run = (): Promise<void> => (running ??= work().finally(() => (running = null)));
  const tell = (err: unknown): void =>
    logger.warn({ err }, 'Comments were not asked for; the next look follows.');
  return {
    run,
    start: () => {
      timer ??= setInterval(() => void run().catch(tell), intervalMs);
    },
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearInterval(timer);
      timer = null;
      await running?.catch(tell);
    },
  };
};

type Progress = { counts: Record<string, number>; found: number; hasStored: boolean; usage: GraphUsage };

/** One poll of one account. Failing early keeps `since`, so that what was left out is read the next time. */
const pollAccount = async (
  options: Options,
  { poll, beganAt, isStopped }: { poll: CommentPoll; beganAt: number; isStopped: () => boolean },
): Promise<CommentPollOutcome> => {
  const isFull = beganAt - poll.fullAt.getTime() >= fullEveryMs;
  const since = (isFull ? poll.fullAt : poll.since).getTime();
  const before = { since: poll.since.getTime(), fullAt: poll.fullAt.getTime(), intervalMs: poll.intervalMs };
  const progress: Progress = {
    counts: isFull ? {} : { ...poll.counts },
    found: 0,
    hasStored: false,
    usage: { percent: 0, regainAccessMs: 0 },
  };
  const early = (reason: string, pauseMs: number): CommentPollOutcome => ({
    ...before,
    counts: isFull ? poll.counts : progress.counts,
    hasStored: progress.hasStored,
    reason,
    dueAt: beganAt + pauseMs,
  });
  const token = options.openToken(poll);
  if (token === null) return early('unreadable_token', 60 * minuteMs);
  try {
    const reading = { access: { accountInstagramId: poll.accountInstagramId, token }, since };
    const isWhole = await readInto(progress, options, { ...reading, isStopped });
    if (!isWhole) return early(isStopped() ? 'stopped' : 'allowance', isStopped() ? 0 : 15 * minuteMs);
  } catch (error) {
    if (!(error instanceof MissedReadingRefused)) {
      options.logger.warn({ err: error, accountId: poll.accountId }, 'Comments could not be taken in.');
      return early('interrupted', minuteMs);
    }
    return early(error.failure.code, pauseAfterFailureMs(error.failure));
  }
  const { counts, found, hasStored, usage } = progress;
  const intervalMs = nextIntervalMs({ intervalMs: poll.intervalMs, found, usage });
  return {
    since: beganAt - overlapMs,
    fullAt: isFull ? beganAt - overlapMs : before.fullAt,
    ...{ counts, hasStored, intervalMs },
    reason: null,
    dueAt: beganAt + Math.max(intervalMs, usage.regainAccessMs),
  };
};

/** Takes in what is new. False when it ended before everything was read: stopped, or Instagram's allowance runs low. */
const readInto = async (
  progress: Progress,
  { graph, intake, clock, pause = sleep }: Options,
  reading: Pick<CommentReading, 'access' | 'since'> & { isStopped: () => boolean },
): Promise<boolean> => {
  const now = clock.now();
  const pages = readNewComments({ ...reading, graph, counts: progress.counts, now, pause });
  for await (const { events, mediaId, readCount, usage } of pages) {
    progress.usage = usage;
    const isFresh = ({ platformAt }: ParsedEvent) => platformAt >= now - freshMs;
    await intake.accept(events.filter(isFresh));
    const old = events.filter((event) => !isFresh(event));
    await intake.accept(old, { isRecovered: true });
    progress.hasStored ||= events.length > 0;
    progress.found += events.filter(({ comment }) => comment?.isOwn === false).length;
    if (readCount !== null) progress.counts[mediaId] = readCount;
    if (reading.isStopped() || usage.percent >= tightPercent) return false;
  }
  return true;
};

import { randomUUID } from 'node:crypto';
import { claimOutbound, firstCursor, type ClaimedMessage, type DataSource } from '@instaflow/db';
import type { Logger } from '@instaflow/platform';
import type { Outcome } from './decide-outcome';
import type { ResultBuffer } from './result-buffer';

const longestTimerMs = 60_000;
const shortestTimerMs = 2;
const afterFailureMs = 1_000;
/** Walks over accounts that found nothing, before the rest is left to the next wake. */
const maxEmptyWalks = 8;

export type DispatcherOptions = {
  dataSource: DataSource;
  send: (row: ClaimedMessage) => Promise<Outcome>;
  results: ResultBuffer;
  logger: Logger;
  /** Requests under way at most. */
  concurrency: number;
  /** Messages of one account in one claim at most. */
  perAccount: number;
  onChange: () => void;
};

/**
 * Takes what is ready and sends it. While requests are under way it looks again after every batch of results;
 * afterwards a timer stands for the next message that only has to wait for its time or its account's bucket.
 */
export class Dispatcher {
  inFlight = 0;
  /** The last look took no more than it had room for: there may be more. */
  hasLeftMore = false;
  private cursor = firstCursor;
  private looking: Promise<number | null> | null = null;
  private lookAgain = false;
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(private readonly options: DispatcherOptions) {}

  get isLooking(): boolean {
    return this.looking !== null;
  }

  /** Takes what is ready now; answers in how many milliseconds more will be, null when nothing is known to come. */
  look(): Promise<number | null> {
    if (this.isStopped) return Promise.resolve(null);
    this.lookAgain = true;
    this.looking ??= this.claimAll().finally(() => {
      this.looking = null;
      // Asked again between the last claim and now.
      if (this.lookAgain) this.lookInBackground();
      this.options.onChange();
    });
    return this.looking;
  }

  /** Like `look`, for callers that cannot handle a failure: it is logged and tried again. */
  lookInBackground(): void {
    this.look().catch((error: unknown) => {
      this.options.logger.warn({ err: error }, 'The outbox could not be read; trying again in a second.');
      this.wakeIn(afterFailureMs);
    });
  }

  /** Takes nothing more. What is under way goes on. */
  stop(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private async claimAll(): Promise<number | null> {
    let nextInMs: number | null = null;
    let emptyWalks = 0;
    while (this.lookAgain && !this.isStopped) {
      this.lookAgain = false;
      const limit = this.options.concurrency - this.inFlight;
      this.hasLeftMore = limit <= 0;
      // Results make room and look again.
      if (limit <= 0) break;
      const claim = await this.claim(limit);
      nextInMs = claim.nextReadyInMs;
      claim.rows.forEach((row) => this.start(row));
      if (claim.rows.length === 0) emptyWalks += 1;
      this.hasLeftMore = claim.mayHaveMore;
      if (claim.mayHaveMore && emptyWalks < maxEmptyWalks) this.lookAgain = true;
    }
    if (nextInMs !== null) this.wakeIn(nextInMs);
    return nextInMs;
  }

  private async claim(limit: number) {
    const { dataSource, perAccount } = this.options;
    const claim = await claimOutbound(dataSource, {
      lease: randomUUID(),
      limit,
      perAccount,
      cursor: this.cursor,
    });
    this.cursor = claim.cursor;
    return claim;
  }

  private start(row: ClaimedMessage): void {
    this.inFlight += 1;
    void this.options.send(row).then((outcome) => {
      this.inFlight -= 1;
      this.options.results.add(outcome, { isLast: this.inFlight === 0 });
    });
  }

  private wakeIn(ms: number): void {
    if (this.isStopped) return;
    if (this.timer) clearTimeout(this.timer);
    const delayMs = Math.min(longestTimerMs, Math.max(shortestTimerMs, ms));
    this.timer = setTimeout(() => this.lookInBackground(), delayMs);
    // A due message is in the database: it does not have to keep a process alive.
    this.timer.unref();
  }
}

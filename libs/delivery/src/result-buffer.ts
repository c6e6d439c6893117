import { setTimeout as pause } from 'node:timers/promises';
import { finishOutbound, type AccountConsequence, type DataSource, type OutboundResult } from '@instaflow/db';
import type { Logger } from '@instaflow/platform';
import type { Outcome } from './decide-outcome';
import { mergeConsequences } from './merge-consequences';

const batchSize = 50;
const gatherMs = 4;
const maxTries = 3;
const longestPauseMs = 2_000;

/**
 * Collects outcomes and records them in batches: at 50, or 4 ms after the first. One batch is written at a time, so
 * that under load the next one gathers meanwhile. A batch the database does not take is tried until it does, for
 * the messages have left; a single result that always fails is dropped, and its lease runs out.
 */
export class ResultBuffer {
  private waiting: Outcome[] = [];
  private timer: NodeJS.Timeout | null = null;
  private isWriting = false;
  private isAbandoned = false;

  constructor(
    private readonly options: {
      dataSource: DataSource;
      logger: Logger;
      isUnavailable: (error: unknown) => boolean;
      /** `hasNext`: their contacts have, or may have, more to be sent. */
      onFlushed: (outcomes: readonly Outcome[], after: { hasNext: boolean }) => void;
      /** Runs of these shards go on. */
      onDue: (shards: readonly number[]) => void;
    },
  ) {}

  get size(): number {
    return this.waiting.length + (this.isWriting ? 1 : 0);
  }

  /** `isLast`: nothing else is under way, so there is nothing to wait for. */
  add(outcome: Outcome, { isLast }: { isLast: boolean }): void {
    this.waiting.push(outcome);
    if (this.isWriting) return;
    if (isLast || this.waiting.length >= batchSize) void this.write();
    else this.timer ??= setTimeout(() => void this.write(), gatherMs);
  }

  /** Stops trying: the database is about to be closed. Leases of what is not recorded run out. */
  abandon(): void {
    this.isAbandoned = true;
  }

  private async write(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.isWriting || this.waiting.length === 0) return;
    this.isWriting = true;
    const batch = this.waiting.splice(0, batchSize * 4);
    const hasNext = await this.record(batch);
    this.isWriting = false;
    this.options.onFlushed(batch, { hasNext });
    if (this.waiting.length > 0) void this.write();
  }

  private async record(batch: readonly Outcome[]): Promise<boolean> {
    let failures = 0;
    for (let attempt = 1; failures < maxTries && !this.isAbandoned; attempt += 1) {
      try {
        const { shards, hasNext } = await finishOutbound(this.options.dataSource, toRecords(batch));
        if (shards.length > 0) this.options.onDue(shards);
        return hasNext;
      } catch (error) {
        if (!this.options.isUnavailable(error)) failures += 1;
        this.options.logger.warn(
          { err: error, count: batch.length },
          'Results of sending could not be recorded yet.',
        );
        await pause(Math.min(longestPauseMs, 20 * 2 ** attempt));
      }
    }
    if (batch.length > 1 && !this.isAbandoned) {
      for (const outcome of batch) await this.record([outcome]);
      return true;
    }
    this.options.logger.error(
      { outcome: batch[0]?.result.id },
      'The result of a message could not be recorded.',
    );
    return true;
  }
}

const toRecords = (
  batch: readonly Outcome[],
): { results: OutboundResult[]; accounts: AccountConsequence[] } => ({
  results: batch.map(({ result }) => result),
  accounts: mergeConsequences(batch.flatMap(({ account }) => (account ? [account] : []))),
});

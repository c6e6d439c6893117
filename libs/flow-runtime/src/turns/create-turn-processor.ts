import { setTimeout as pause } from 'node:timers/promises';
import { decideTurn } from '@instaflow/flow-engine';
import { loadDueTurns, type Database, type DueTurns } from '@instaflow/db';
import type { Jobs } from '@instaflow/jobs';
import type { Clock, Logger, Metrics } from '@instaflow/platform';
import { v7 } from 'uuid';
import { createAccountCache } from '../accounts/create-account-cache';
import { createShardWaker, type ShardWaker } from '../wake/create-shard-waker';
import { createBatchProcessor, type BatchOutcome, type BatchProcessor } from './create-batch-processor';
import {
  createProfileHold,
  type FetchProfile,
  type PreparedTurn,
  type ProfileHold,
} from './create-profile-hold';
import type { DecideTurn } from './decide-contact';
import { earliest } from './earliest';
import { QuietRounds, type QuietRound } from './quiet-rounds';
import { restAfterRound } from './rest-after-round';
import { shardOfContact } from './shard-of-contact';
import { ShardQueue, type ShardLook, type ShardResult } from './shard-queue';
import { createTurnMetrics, type TurnMetrics } from './turn-metrics';

export type TurnProcessorOptions = {
  dataSource: Database;
  jobs: Pick<Jobs, 'wake'>;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  newId?: () => string;
  fetchProfile?: FetchProfile;
  /** Called after messages were put into the outbox, for a sender in the same process; without it the queue is asked. */
  onOutbound?: () => void;
  /** Called after something was asked of the outside, for an effect runner in the same process. */
  onEffects?: () => void;
  /** How long webhooks this process takes in lately waited; their acknowledgement goes before turns. */
  intakeWaitMs?: () => number;
  decide?: DecideTurn;
  /** Whether this installation can send mail (default false); a step that wants to and cannot says so in the trace. */
  hasMail?: boolean;
};

const batchLimit = 100;
/** Rounds after which a flooded shard goes to the end of the queue. */
const maxRounds = 250;
/** More would only make batches smaller, and a webhook wait longer for its acknowledgement on a small machine. */
const maxParallelRounds = 1;
/** People whose profile may be asked for at a time. */
const maxHeld = 300;
/** People of quiet accounts in a round beside a long one. */
const quietLimit = 40;
/** A shard that waits here anyway is offered to other processes no more often than this. */
const offerEveryMs = 1_000;

/**
 * Loads due contacts, lets the engine decide and commits the outcome: two round trips for up to 100 contacts. All
 * shards asked for at a time share a round.
 */
export class TurnProcessor {
  private readonly queue = new ShardQueue();
  private readonly rounds = new Set<Promise<void>>();
  private readonly metrics: TurnMetrics;
  private readonly processBatch: BatchProcessor;
  private readonly waker: ShardWaker;
  private readonly hold: ProfileHold;
  private readonly offeredAt = new Map<number, number>();
  private readonly quietRounds = new QuietRounds((round) => this.runQuietRound(round));
  /** Contacts of rounds under way. */
  private readonly inWork = new Set<string>();
  private ranAt = 0;
  /** The last look left some that are due. */
  private isBehind = false;

  constructor(private readonly options: TurnProcessorOptions) {
    const { newId = v7, decide = decideTurn, hasMail = false } = options;
    this.metrics = createTurnMetrics(options.metrics);
    const accounts = createAccountCache(options);
    const { metrics } = this;
    this.processBatch = createBatchProcessor({ ...options, metrics, accounts, decide, newId, hasMail });
    this.waker = createShardWaker(options);
    this.hold = createProfileHold({ ...options, onArrived: () => this.goOnWithArrived() });
  }

  /** Takes the turns of all due contacts of a shard; safe to run twice at once. Rejects when the database is away. */
  runShard(shard: number): Promise<ShardResult> {
    const looked = this.queue.want(shard);
    this.quietRounds.want(shard);
    this.begin();
    return looked;
  }

  /**
   * Takes a shard up that is due now, unless this process is behind with its work: then it answers false, and the
   * queue brings the shard to whoever has time. One that waits here anyway is offered so only once a second: every offer
   * costs a job.
   */
  takeHere(shard: number): boolean {
    if (this.isBehind && this.offersToOthers(shard)) {
      this.quietRounds.want(shard);
      return false;
    }
    this.runShard(shard).catch((error: unknown) =>
      this.options.logger.warn({ err: error, shard }, 'Due turns have to be taken up by the sweeper.'),
    );
    return true;
  }

  private offersToOthers(shard: number): boolean {
    const now = this.options.clock.now();
    const isOffered = now - (this.offeredAt.get(shard) ?? 0) < offerEveryMs;
    if (isOffered && this.queue.has(shard)) return false;
    this.offeredAt.set(shard, now);
    return true;
  }

  /** When a shard was last worked on, epoch milliseconds; 0 for never. */
  lastRunAt(): number {
    return this.ranAt;
  }

  /** Waits for turns under way and for those that wait for a profile. */
  async close(): Promise<void> {
    while (this.rounds.size > 0 || this.hold.isHolding || this.quietRounds.isRunning) {
      await Promise.all([...this.rounds, this.hold.drain(), this.quietRounds.done()]);
    }
    this.waker.close();
  }

  private get canLook(): boolean {
    return this.queue.hasWork && this.hold.held().length < maxHeld;
  }

  private goOnWithArrived(): void {
    this.quietRounds.noteArrival();
    this.begin();
  }

  private begin(): void {
    while (this.rounds.size < maxParallelRounds && (this.canLook || this.hold.hasArrived)) {
      const round = this.runRoundAndRest().finally(() => {
        this.rounds.delete(round);
        this.quietRounds.pause();
        this.begin();
      });
      this.rounds.add(round);
    }
  }

  private async runRoundAndRest(): Promise<void> {
    const { clock, intakeWaitMs } = this.options;
    const beganAt = clock.now();
    const contacts = await this.runRound();
    const tookMs = clock.now() - beganAt;
    const { isBehind } = this;
    const restMs = restAfterRound({ contacts, isBehind, tookMs, intakeWaitMs: intakeWaitMs?.() ?? 0 });
    if (restMs > 0) await pause(restMs);
  }

  /** Answers with how many contacts it dealt with. */
  private async runRound(): Promise<number> {
    const looks = this.canLook ? this.queue.take() : [];
    const arrived = this.hold.takeArrived();
    this.quietRounds.pause();
    try {
      const loaded = await this.load(looks);
      const turns = [...arrived, ...this.hold.takeReady(loaded.turns)];
      this.quietRounds.goOnBeside([...arrived, ...loaded.turns].map(({ accountId }) => accountId));
      const outcome = await this.process(turns);
      this.settle({ looks, loaded, turns, outcome });
      return turns.length;
    } catch (error) {
      for (const look of looks) this.queue.fail(look, error);
      if (arrived.length > 0) {
        this.options.logger.warn({ err: error }, 'First turns have to be taken up by the sweeper.');
      }
      return 0;
    } finally {
      this.hold.letGo(arrived);
    }
  }

  private async runQuietRound({ shards, busyAccounts }: QuietRound): Promise<void> {
    const arrived = this.hold.takeArrived(busyAccounts);
    try {
      const { turns } = await this.loadShards({ shards, limit: quietLimit, leaveOut: busyAccounts });
      const { dueAgain } = await this.process([...arrived, ...this.hold.takeReady(turns)]);
      for (const [shard, dueAt] of dueAgain) this.waker.wake(shard, dueAt);
    } catch (error) {
      this.options.logger.warn({ err: error }, 'Turns of quiet accounts are left to the next round.');
    } finally {
      this.hold.letGo(arrived);
    }
  }

  private async load(looks: readonly ShardLook[]): Promise<DueTurns> {
    const now = this.options.clock.now();
    if (looks.length > 0) this.ranAt = now;
    const shards = looks.map(({ shard }) => shard);
    const limit = Math.min(batchLimit, maxHeld - this.hold.held().length);
    const loaded = await this.loadShards({ shards, limit, leaveOut: [] });
    if (looks.length > 0) this.isBehind = loaded.dues.some(({ dueAt }) => dueAt <= now);
    return loaded;
  }

  private async loadShards(look: {
    shards: readonly number[];
    limit: number;
    leaveOut: readonly string[];
  }): Promise<DueTurns> {
    if (look.shards.length === 0) return { turns: [], dues: [] };
    const now = this.options.clock.now();
    const loaded = await loadDueTurns(this.options.dataSource, {
      shards: look.shards,
      limit: look.limit,
      exclude: [...this.hold.held(), ...this.inWork, ...look.leaveOut],
      now,
    });
    for (const { events } of loaded.turns) {
      if (events[0]) this.metrics.lagSeconds.observe((now - events[0].receivedAt) / 1_000);
    }
    return loaded;
  }

  private async process(turns: readonly PreparedTurn[]): Promise<BatchOutcome> {
    const stopTimer = this.metrics.batchSeconds.startTimer();
    const outcome = await this.processAlone(turns);
    if (turns.length > 0) stopTimer();
    if (outcome.hasOutbound) {
      if (this.options.onOutbound) this.options.onOutbound();
      else void this.options.jobs.wake('delivery.wake', {});
    }
    if (outcome.hasEffects) this.options.onEffects?.();
    return outcome;
  }

  /** Rounds beside this one leave its contacts alone. */
  private async processAlone(turns: readonly PreparedTurn[]): Promise<BatchOutcome> {
    for (const { contactId } of turns) this.inWork.add(contactId);
    try {
      return await this.processBatch(turns);
    } finally {
      for (const { contactId } of turns) this.inWork.delete(contactId);
    }
  }

  private settle(round: {
    looks: readonly ShardLook[];
    loaded: DueTurns;
    turns: readonly PreparedTurn[];
    outcome: BatchOutcome;
  }): void {
    const dues = new Map(round.outcome.dueAgain);
    for (const { shard, dueAt } of round.loaded.dues)
      dues.set(shard, earliest(dueAt, dues.get(shard) ?? null) ?? dueAt);
    for (const look of round.looks) {
      look.processed += round.turns.filter(
        ({ contactId }) => shardOfContact(contactId) === look.shard,
      ).length;
      this.settleLook(look, dues.get(look.shard) ?? null);
      dues.delete(look.shard);
    }
    for (const [shard, dueAt] of dues) this.waker.wake(shard, dueAt);
  }

  private settleLook(look: ShardLook, dueAt: number | null): void {
    look.rounds += 1;
    if (dueAt !== null && dueAt <= this.options.clock.now() && look.rounds < maxRounds) {
      this.queue.goOn(look);
      return;
    }
    if (dueAt !== null) this.waker.wake(look.shard, dueAt);
    this.queue.finish(look, dueAt);
  }
}

/** See `TurnProcessor`. */
export const createTurnProcessor = (options: TurnProcessorOptions): TurnProcessor =>
  new TurnProcessor(options);

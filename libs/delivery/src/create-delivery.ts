import {
  findProfileTarget,
  isConnectionFailure,
  saveProfiles,
  type ClaimedMessage,
  type DataSource,
  type ProfileResult,
  type ProfileTarget,
} from '@instaflow/db';
import type { GraphClient } from '@instaflow/instagram';
import type { Clock, KeyRing, Logger, Metrics } from '@instaflow/platform';
import type { Outcome } from './decide-outcome';
import { createDeliveryMetrics, type DeliveryMetrics } from './delivery-metrics';
import { Dispatcher } from './dispatcher';
import { fetchProfile, fetchProfiles } from './fetch-profiles';
import { ResolveLoop } from './resolve-loop';
import type { Resolution } from './resolve-uncertain';
import { ResultBuffer } from './result-buffer';
import { sendClaimed } from './send-claimed';
import { withinMs } from './within-ms';

const defaultConcurrency = 64;
const defaultPerAccount = 20;
/** Longer than twice a request may take: whoever holds a message for this long has died. */
const defaultLeaseMs = 25_000;
const stopTimeoutMs = 8_000;

export type DeliveryOptions = {
  /** Of role `engine`. */
  dataSource: DataSource;
  graph: GraphClient;
  keyRing: Pick<KeyRing, 'open'>;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** In [0, 1); for the jitter of retries. */
  random?: () => number;
  /** Called with the shards in which runs go on because of what became of their messages. */
  onDue?: (shards: readonly number[]) => void;
  concurrency?: number;
  perAccount?: number;
  leaseMs?: number;
};

/** The outbox's way to Instagram, one per process; any number of processes may run one. */
export class Delivery {
  private readonly metrics: DeliveryMetrics;
  private readonly results: ResultBuffer;
  private readonly dispatcher: Dispatcher;
  private readonly resolving: ResolveLoop;
  private readonly background = new Set<Promise<unknown>>();
  private idleWaiters: (() => void)[] = [];
  private ranAt: number;

  constructor(private readonly options: DeliveryOptions) {
    const { dataSource, logger } = options;
    this.ranAt = options.clock.now();
    this.metrics = createDeliveryMetrics(options.metrics);
    this.results = new ResultBuffer({
      dataSource,
      logger,
      isUnavailable: isConnectionFailure,
      onFlushed: (outcomes, { hasNext }) => this.afterResults(outcomes, hasNext),
      onDue: (shards) => options.onDue?.(shards),
    });
    this.dispatcher = new Dispatcher({
      dataSource,
      logger,
      results: this.results,
      send: (row) => this.send(row),
      concurrency: options.concurrency ?? defaultConcurrency,
      perAccount: options.perAccount ?? defaultPerAccount,
      onChange: () => this.announceIdle(),
    });
    this.resolving = new ResolveLoop({ ...options, leaseMs: options.leaseMs ?? defaultLeaseMs }, () =>
      this.dispatcher.lookInBackground(),
    );
  }

  /**
   * Takes and begins to send everything that may leave now. Answers when nothing more is ready, without waiting for
   * requests under way: they look for more work themselves. A timer of this process wakes it at `nextReadyAt` (epoch
   * ms); a caller may but need not schedule that too. Rejects when the database cannot be read.
   */
  async run(): Promise<{ nextReadyAt: number | null }> {
    this.ranAt = this.options.clock.now();
    this.resolving.runSometimes();
    const nextInMs = await this.dispatcher.look();
    return { nextReadyAt: nextInMs === null ? null : this.options.clock.now() + nextInMs };
  }

  /** `run` for whoever just queued something in this process: returns at once, failures are logged. */
  poke(): void {
    this.dispatcher.lookInBackground();
  }

  /** Epoch ms of the last `run`. */
  lastRunAt(): number {
    return this.ranAt;
  }

  /** Answers when nothing is under way and everything is recorded. */
  async idle(): Promise<void> {
    while (!this.isIdle) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  /** Looks up messages whose answer was lost. `run` does it by itself; this does it now. */
  async resolveUncertain(): Promise<Resolution> {
    return this.resolving.run();
  }

  /** Fetches missing profiles. Never rejects; after `timeoutMs` it answers and goes on in the background. */
  async fetchProfiles(
    contactIds: readonly string[],
    { timeoutMs = 10_000 }: { timeoutMs?: number } = {},
  ): Promise<void> {
    const work = fetchProfiles(this.options, contactIds).catch((error: unknown) =>
      this.options.logger.warn({ err: error }, 'Profiles could not be fetched.'),
    );
    this.background.add(work);
    void work.finally(() => this.background.delete(work));
    await withinMs(work, timeoutMs);
  }

  /** Fetches the profile of one contact if it is missing. Never rejects. */
  fetchMissingProfile(contactId: string): Promise<void> {
    return this.fetchProfiles([contactId]);
  }

  /**
   * Asks for a profile on behalf of a caller that keeps it. Answers null after `timeoutMs`: then it goes on in the
   * background and the result is kept here.
   */
  async fetchProfile(
    target: ProfileTarget,
    { timeoutMs }: { timeoutMs: number },
  ): Promise<ProfileResult | null> {
    const fetching: { result: ProfileResult | null; isLate: boolean } = { result: null, isLate: false };
    const work = fetchProfile(this.options, target)
      .then(async (result) => {
        fetching.result = result;
        if (fetching.isLate) await saveProfiles(this.options.dataSource, [result]);
      })
      .catch((error: unknown) =>
        this.options.logger.warn({ err: error }, 'A profile could not be fetched or kept.'),
      );
    this.background.add(work);
    void work.finally(() => this.background.delete(work));
    await withinMs(work, timeoutMs);
    fetching.isLate = true;
    return fetching.result;
  }

  /**
   * Whether a contact follows the account now, as Instagram says at this moment, and keeps it with the profile. Null when
   * it does not tell. Rejects when the database is away.
   */
  async readFollowState(contactId: string): Promise<{ isFollower: boolean | null } | null> {
    const { dataSource } = this.options;
    const target = await findProfileTarget(dataSource, contactId);
    const profile = target && (await fetchProfile(this.options, target));
    if (!profile?.isFetched) return null;
    await saveProfiles(dataSource, [profile]);
    return { isFollower: profile.isFollower };
  }

  /** Takes nothing more and lets requests under way end and be recorded, for at most 8 s. */
  async stop(): Promise<void> {
    this.dispatcher.stop();
    this.resolving.stop();
    await withinMs(Promise.all([this.idle(), this.resolving.idle(), ...this.background]), stopTimeoutMs);
    this.results.abandon();
  }

  private get isIdle(): boolean {
    return !this.dispatcher.isLooking && this.dispatcher.inFlight === 0 && this.results.size === 0;
  }

  private async send(row: ClaimedMessage): Promise<Outcome> {
    const startedAt = performance.now();
    const { graph, keyRing, clock, random = Math.random } = this.options;
    const outcome = await sendClaimed({ graph, keyRing, clock, random }, row);
    this.metrics.observeRequest((performance.now() - startedAt) / 1_000);
    return outcome;
  }

  private afterResults(outcomes: readonly Outcome[], hasNext: boolean): void {
    this.metrics.countOutcomes(outcomes);
    for (const { alert, account } of outcomes) {
      if (alert === null) continue;
      this.options.logger.error(
        { code: alert, accountId: account?.accountId },
        'An Instagram account stopped working.',
      );
    }
    const uncertain = outcomes.flatMap(({ result }) =>
      result.status === 'uncertain' ? [result.delayMs ?? 0] : [],
    );
    if (uncertain.length > 0) this.resolving.wakeIn(Math.min(...uncertain));
    // What was sent and has no successor changes nothing for the rest.
    const isSettled = outcomes.every(({ result }) => result.status === 'sent') && !hasNext;
    if (!isSettled || this.dispatcher.hasLeftMore) this.dispatcher.lookInBackground();
    this.announceIdle();
  }

  private announceIdle(): void {
    if (!this.isIdle) return;
    const waiters = this.idleWaiters;
    this.idleWaiters = [];
    waiters.forEach((resolve) => resolve());
  }
}

/** See `Delivery`. Call `stop` before the data source and the Graph client are closed. */
export const createDelivery = (options: DeliveryOptions): Delivery => new Delivery(options);

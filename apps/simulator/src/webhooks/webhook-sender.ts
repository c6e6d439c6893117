import { setTimeout as pause } from 'node:timers/promises';
import type { FaultBox } from '../faults/fault-box';
import { AccountLane, type LaneItem } from './account-lane';
import { buildEnvelope } from './build-envelope';
import { deliver, type DeliverOptions } from './deliver';
import type { Delivery } from './delivery';
import { findSkipReason } from './find-skip-reason';
import { createRetrySchedule, type RetrySchedule } from './retry-schedule';
import type { WebhookEvent } from './webhook-event';
import { writeJson } from './write-json';

const defaultDelayMs = 3000;

export type PendingWebhooks = { events: WebhookEvent[]; retries: Delivery[] };

/**
 * Events leave in order per account: one delivery at a time, and what piles up meanwhile shares the next
 * body, as Meta batches. A failed delivery is repeated at once, then by the retry schedule, without holding
 * the account up (Meta gives no order guarantee for repeats either).
 */
export class WebhookSender {
  private readonly lanes = new Map<string, AccountLane>();
  private readonly delayed = new Map<NodeJS.Timeout, { event: WebhookEvent; dueAt: number }>();
  private readonly inFlight = new Set<Promise<void>>();
  private readonly retries: RetrySchedule;
  private isClosed = false;

  constructor(private readonly options: DeliverOptions & { faults: FaultBox; newId: () => string }) {
    this.retries = createRetrySchedule({
      clock: options.clock,
      onDue: (delivery) => this.track(this.attempt(delivery)),
    });
    options.clock.onAdvance(() => {
      const now = options.clock.now();
      for (const [timer, { dueAt }] of this.delayed) if (dueAt <= now) this.releaseDelayed(timer);
    });
  }

  /** Queues an event; with a delay it joins the account's queue only then. */
  emit(event: WebhookEvent, delayMs = 0): void {
    for (const told of this.spread(event)) this.emitOne(told, delayMs + this.delayOf(told));
  }

  private emitOne(event: WebhookEvent, delayMs: number): void {
    if (delayMs === 0) return this.enqueue(event);
    const timer = setTimeout(() => this.releaseDelayed(timer), delayMs);
    this.delayed.set(timer, { event, dueAt: this.options.clock.now() + delayMs });
  }

  /** Delivers at once, past the queue, and resolves when the receiver answered. */
  async deliverNow(event: WebhookEvent): Promise<void> {
    const reason = this.findReasonToSkip(event);
    if (reason) return this.logSkipped(event, reason);
    const work = this.attempt(this.createDelivery([event]));
    this.track(work);
    await work;
  }

  counts(): { delayed: number; queued: number; inFlight: number; retrying: number } {
    const queued = [...this.lanes.values()].reduce((sum, lane) => sum + lane.size, 0);
    return {
      delayed: this.delayed.size,
      queued,
      inFlight: this.inFlight.size,
      retrying: this.retries.list().length,
    };
  }

  /** Resolves when nothing is on its way, or after the time; repeats that wait for their turn do not count. */
  async drain(timeoutMs: number): Promise<boolean> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const { delayed, queued, inFlight } = this.counts();
      if (delayed + queued + inFlight === 0) return true;
      if (Date.now() >= until) return false;
      await pause(5);
    }
  }

  /** What a snapshot has to keep. */
  pending(): PendingWebhooks {
    const queued = [...this.lanes.values()].flatMap((lane) => lane.events());
    return {
      events: [...queued, ...[...this.delayed.values()].map(({ event }) => event)],
      retries: this.retries.list(),
    };
  }

  restore(pending: PendingWebhooks): void {
    for (const event of pending.events) this.emit(event);
    for (const delivery of pending.retries) this.retries.restore(delivery);
  }

  /** Forgets everything not yet delivered. */
  clear(): void {
    for (const timer of this.delayed.keys()) clearTimeout(timer);
    for (const lane of this.lanes.values()) lane.clear();
    this.delayed.clear();
    this.lanes.clear();
    this.retries.clear();
  }

  /** Stops sending; what was cut off counts as failed and stays pending. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const timer of this.delayed.keys()) clearTimeout(timer);
    for (const lane of this.lanes.values()) lane.releaseHeld();
    this.retries.close();
    await this.options.transport.close();
    await Promise.all(this.inFlight);
  }

  private enqueue(event: WebhookEvent): void {
    const reason = this.findReasonToSkip(event);
    if (reason) return this.logSkipped(event, reason);
    const { faults } = this.options;
    const target = targetOf(event);
    const item: LaneItem = {
      event,
      copies: faults.take(['duplicate_webhook'], target) ? 2 : 1,
      isForged: faults.take(['wrong_signature'], target) !== null,
    };
    const lane = this.laneOf(event.accountId);
    if (faults.take(['reorder_webhook'], target)) lane.hold(item, () => this.wake(lane));
    else lane.push(item);
    this.wake(lane);
  }

  /** Nobody knows for sure under which field echoes come, so they can come under both. */
  private spread(event: WebhookEvent): WebhookEvent[] {
    const isTwice = event.kind === 'echo' && this.options.world.switches.echoField === 'both';
    return isTwice ? [event, { ...event, field: 'messages' }] : [event];
  }

  private delayOf(event: WebhookEvent): number {
    const fault = this.options.faults.take(['delay_webhook'], targetOf(event));
    return fault ? (fault.delayMs ?? defaultDelayMs) : 0;
  }

  private releaseDelayed(timer: NodeJS.Timeout): void {
    const held = this.delayed.get(timer);
    clearTimeout(timer);
    if (this.delayed.delete(timer) && held) this.enqueue(held.event);
  }

  private laneOf(accountId: string): AccountLane {
    const key = this.options.world.switches.webhookBatchAcrossAccounts ? 'all' : accountId;
    const lane = this.lanes.get(key) ?? new AccountLane();
    this.lanes.set(key, lane);
    return lane;
  }

  private wake(lane: AccountLane): void {
    if (!lane.isBusy && !this.isClosed && lane.hasNext) this.track(this.work(lane));
  }

  private async work(lane: AccountLane): Promise<void> {
    const { switches } = this.options.world;
    lane.isBusy = true;
    while (lane.hasNext && !this.isClosed) {
      if (switches.webhookBatchWaitMs > 0) await pause(switches.webhookBatchWaitMs);
      const batch = lane.takeBatch(switches.webhookBatchSize);
      if (batch.length === 0) break;
      const isForged = batch.some((item) => item.isForged);
      const delivery = { ...this.createDelivery(batch.map((item) => item.event)), isForged };
      const copies = batch[0]?.copies ?? 1;
      await this.attempt(delivery);
      for (let copy = 1; copy < copies; copy += 1)
        await this.attempt({ ...delivery, attempts: 0, isForged: false });
    }
    lane.isBusy = false;
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { webhook } = this.options.world;
    if (webhook.isDisabled) return;
    if (await deliver(this.options, delivery)) return;
    const mayRepeatNow = delivery.attempts === 1 && !this.isClosed && !webhook.isDisabled;
    if (mayRepeatNow && (await deliver(this.options, delivery))) return;
    if (webhook.isDisabled) this.retries.clear();
    else this.retries.add(delivery);
  }

  private track(work: Promise<void>): void {
    this.inFlight.add(work);
    void work.finally(() => this.inFlight.delete(work));
  }

  private createDelivery(events: WebhookEvent[]): Delivery {
    const { clock, world, newId } = this.options;
    const [first] = events;
    const isOnePerson = events.every((event) => event.igsid === first?.igsid);
    const isOneAccount = events.every((event) => event.accountId === first?.accountId);
    return {
      id: newId(),
      accountId: isOneAccount && first ? first.accountId : null,
      igsid: isOnePerson && first ? first.igsid : null,
      kinds: events.map((event) => event.kind),
      body: writeJson(buildEnvelope(events, world), world.switches),
      isForged: false,
      attempts: 0,
      createdAt: clock.now(),
      dueAt: clock.now(),
    };
  }

  private findReasonToSkip(event: WebhookEvent): string | null {
    const reason = findSkipReason(this.options.world, event);
    if (reason) return reason;
    const kinds =
      event.kind === 'echo' ? (['lose_echo', 'lose_webhook'] as const) : (['lose_webhook'] as const);
    return this.options.faults.take(kinds, targetOf(event)) ? 'lost by a fault' : null;
  }

  private logSkipped(event: WebhookEvent, reason: string): void {
    const { id, accountId, igsid, kinds, body } = this.createDelivery([event]);
    this.options.ledger.addDelivery({
      at: this.options.clock.now(),
      deliveryId: id,
      attempt: 0,
      accountId,
      igsid,
      kinds,
      status: null,
      outcome: 'skipped',
      error: reason,
      durationMs: 0,
      body,
    });
  }
}

function targetOf({ field, accountId, igsid }: WebhookEvent) {
  return { path: field, accountId, igsid };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { FaultBox } from '../faults/fault-box';
import { AccountLane, type LaneItem } from './account-lane';
import { buildEnvelope } from './build-envelope';
import { deliver, type DeliverOptions } from './deliver';
import type { Delivery } from './delivery';
import { escapeJson } from './escape-json';
import { findSkipReason } from './find-skip-reason';
import { createRetrySchedule, type RetrySchedule } from './retry-schedule';
import type { WebhookEvent } from './webhook-event';

export type PendingWebhooks = { events: WebhookEvent[]; retries: Delivery[] };

/**
 * Events leave in order per account: one delivery at a time, and what piles up meanwhile shares the next
 * body, as Meta batches. A failed delivery is repeated at once, then by the retry schedule, without holding
 * the account up (Meta gives no order guarantee for repeats either).
 */
export class WebhookSender {
  private readonly lanes = new Map<string, AccountLane>();
  private readonly delayed = new Map<NodeJS.Timeout, WebhookEvent>();
  private readonly inFlight = new Set<Promise<void>>();
  private readonly retries: RetrySchedule;
  private isClosed = false;

  constructor(private readonly options: DeliverOptions & { faults: FaultBox; newId: () => string }) {
    this.retries = createRetrySchedule({
      clock: options.clock,
      onDue: (delivery) => this.track(this.attempt(delivery)),
    });
  }

  /** Queues an event; with a delay it joins the account's queue only then. */
  emit(event: WebhookEvent, delayMs = 0): void {
    if (delayMs === 0) return this.enqueue(event);
    const timer = setTimeout(() => {
      this.delayed.delete(timer);
      this.enqueue(event);
    }, delayMs);
    this.delayed.set(timer, event);
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
    return { events: [...queued, ...this.delayed.values()], retries: this.retries.list() };
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
    const target = { path: event.field, accountId: event.accountId, igsid: event.igsid };
    const item: LaneItem = { event, copies: faults.take(['duplicate_webhook'], target) ? 2 : 1 };
    const lane = this.laneOf(event.accountId);
    if (faults.take(['reorder_webhook'], target)) lane.hold(item, () => this.wake(lane));
    else lane.push(item);
    this.wake(lane);
  }

  private laneOf(accountId: string): AccountLane {
    const lane = this.lanes.get(accountId) ?? new AccountLane();
    this.lanes.set(accountId, lane);
    return lane;
  }

  private wake(lane: AccountLane): void {
    if (!lane.isBusy && !this.isClosed && lane.hasNext) this.track(this.work(lane));
  }

  private async work(lane: AccountLane): Promise<void> {
    lane.isBusy = true;
    while (lane.hasNext && !this.isClosed) {
      const batch = lane.takeBatch(this.options.world.switches.webhookBatchSize);
      const delivery = this.createDelivery(batch.map((item) => item.event));
      const copies = batch[0]?.copies ?? 1;
      await this.attempt(delivery);
      for (let copy = 1; copy < copies; copy += 1) await this.attempt({ ...delivery, attempts: 0 });
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
    return {
      id: newId(),
      accountId: first?.accountId ?? null,
      igsid: isOnePerson && first ? first.igsid : null,
      kinds: events.map((event) => event.kind),
      body: escapeJson(buildEnvelope(events, world.switches)),
      attempts: 0,
      createdAt: clock.now(),
      dueAt: clock.now(),
    };
  }

  private findReasonToSkip(event: WebhookEvent): string | null {
    const reason = findSkipReason(this.options.world, event);
    if (reason ?? event.kind !== 'echo') return reason;
    const { accountId, igsid, field } = event;
    const fault = this.options.faults.take(['lose_echo'], { path: field, accountId, igsid });
    return fault ? 'lost by a fault' : null;
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

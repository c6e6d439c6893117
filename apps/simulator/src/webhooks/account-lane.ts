import type { WebhookEvent } from './webhook-event';

export type LaneItem = { event: WebhookEvent; copies: number; isForged: boolean };

const heldForMs = 300;

/** The waiting line of one account's events, or of all when they share bodies. */
export class AccountLane {
  isBusy = false;
  private items: LaneItem[] = [];
  private readonly held = new Map<LaneItem, NodeJS.Timeout>();

  get hasNext(): boolean {
    return this.items.length > 0;
  }

  get size(): number {
    return this.items.length + this.held.size;
  }

  push(item: LaneItem): void {
    this.items.push(item);
    this.releaseHeld();
  }

  /** A reordered event waits for a later one to overtake it, but not for long. */
  hold(item: LaneItem, onRelease: () => void): void {
    const timer = setTimeout(() => {
      this.releaseHeld();
      onRelease();
    }, heldForMs);
    this.held.set(item, timer);
  }

  releaseHeld(): void {
    for (const [item, timer] of this.held) {
      clearTimeout(timer);
      this.items.push(item);
    }
    this.held.clear();
  }

  /** The next items for one body. Those to be duplicated or forged travel alone. */
  takeBatch(limit: number): LaneItem[] {
    const solo = this.items.findIndex((item) => item.copies > 1 || item.isForged);
    const count = solo === 0 ? 1 : solo > 0 ? Math.min(solo, limit) : limit;
    return this.items.splice(0, count);
  }

  events(): WebhookEvent[] {
    return [...this.items, ...this.held.keys()].map((item) => item.event);
  }

  clear(): void {
    for (const timer of this.held.values()) clearTimeout(timer);
    this.held.clear();
    this.items = [];
  }
}

import type { Clock } from '@instaflow/platform';

const smoothing = 0.1;
const forgottenAfterMs = 200;

/** How long webhooks have lately waited for their commit, in milliseconds: a moving average, 0 after a quiet moment. */
export class RecentWait {
  private average = 0;
  private observedAt = 0;

  constructor(private readonly clock: Clock) {}

  get ms(): number {
    return this.clock.now() - this.observedAt > forgottenAfterMs ? 0 : this.average;
  }

  observe(waitedMs: number): void {
    const before = this.ms;
    this.average = before + smoothing * (waitedMs - before);
    this.observedAt = this.clock.now();
  }
}

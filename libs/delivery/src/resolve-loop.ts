import { resolveUncertain, type Resolution, type Resolver } from './resolve-uncertain';

const shortestGapMs = 1_000;
const longestTimerMs = 60_000;
const afterFailureMs = 2_000;

/** Runs `resolveUncertain` one at a time, when it is asked to and when the next lost answer is due for a look. */
export class ResolveLoop {
  private running: Promise<Resolution> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private ranAt = -Infinity;
  private isStopped = false;

  constructor(
    private readonly resolver: Resolver,
    private readonly onRequeued: () => void,
  ) {}

  run(): Promise<Resolution> {
    this.ranAt = performance.now();
    this.running ??= this.resolve().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** For callers that come very often: at most once a second, failures are logged. */
  runSometimes(): void {
    if (!this.isStopped && performance.now() - this.ranAt >= shortestGapMs) this.runInBackground();
  }

  wakeIn(ms: number): void {
    if (this.isStopped) return;
    if (this.timer) clearTimeout(this.timer);
    const delayMs = Math.min(longestTimerMs, Math.max(shortestGapMs, ms));
    this.timer = setTimeout(() => this.runInBackground(), delayMs);
    this.timer.unref();
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** Answers when no look is under way. */
  async idle(): Promise<void> {
    await this.running?.catch(() => undefined);
  }

  private runInBackground(): void {
    this.run().catch((error: unknown) => {
      this.resolver.logger.warn({ err: error }, 'Lost answers could not be looked up.');
      this.wakeIn(afterFailureMs);
    });
  }

  private async resolve(): Promise<Resolution> {
    const resolution = await resolveUncertain(this.resolver);
    if (resolution.nextDueInMs !== null) this.wakeIn(resolution.nextDueInMs);
    if (resolution.requeued + resolution.settled > 0) this.onRequeued();
    return resolution;
  }
}

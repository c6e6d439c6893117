type Waiting<Item> = { items: readonly Item[]; resolve: () => void; reject: (error: unknown) => void };

type GroupCommitOptions<Item> = {
  maxItems: number;
  maxParallel: number;
  maxWaitMs: number;
  flush: (items: readonly Item[]) => Promise<void>;
};

/**
 * Puts what arrives at the same time into one flush. With nothing under way a flush begins in this very round of the
 * event loop, so a single request does not wait; while one is under way, items gather until it ends, until there are
 * `maxItems` of them, or for `maxWaitMs`. At most `maxParallel` flushes run at once.
 */
export class GroupCommit<Item> {
  private readonly queue: Waiting<Item>[] = [];
  private readonly idle: (() => void)[] = [];
  private queued = 0;
  private running = 0;
  private soon: NodeJS.Immediate | null = null;
  private later: NodeJS.Timeout | null = null;

  constructor(private readonly options: GroupCommitOptions<Item>) {}

  /** Resolves when all `items` are committed, rejects with the error of the flush that failed. */
  async add(items: readonly Item[]): Promise<void> {
    const { maxItems } = this.options;
    const parts: Promise<void>[] = [];
    for (let start = 0; start < items.length; start += maxItems) {
      parts.push(this.enqueue(items.slice(start, start + maxItems)));
    }
    await Promise.all(parts);
  }

  /** Resolves when nothing is left. */
  drain(): Promise<void> {
    if (this.queue.length === 0 && this.running === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.idle.push(resolve);
    });
  }

  private enqueue(items: readonly Item[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.queue.push({ items, resolve, reject });
      this.queued += items.length;
      if (this.running === 0 || this.queued >= this.options.maxItems) this.flushSoon();
      else this.later ??= setTimeout(() => this.flushAll(), this.options.maxWaitMs);
    });
  }

  private flushSoon(): void {
    this.soon ??= setImmediate(() => this.flushAll());
  }

  private flushAll(): void {
    if (this.later !== null) clearTimeout(this.later);
    this.soon = null;
    this.later = null;
    while (this.queue.length > 0 && this.running < this.options.maxParallel) void this.flushOnce();
  }

  private async flushOnce(): Promise<void> {
    const batch = this.takeBatch();
    this.running += 1;
    try {
      await this.options.flush(batch.flatMap(({ items }) => items));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    this.running -= 1;
    if (this.queue.length > 0) this.flushSoon();
    else if (this.running === 0) for (const resolve of this.idle.splice(0)) resolve();
  }

  private takeBatch(): Waiting<Item>[] {
    let size = 0;
    let count = 0;
    for (const { items } of this.queue) {
      if (count > 0 && size + items.length > this.options.maxItems) break;
      size += items.length;
      count += 1;
    }
    this.queued -= size;
    return this.queue.splice(0, count);
  }
}

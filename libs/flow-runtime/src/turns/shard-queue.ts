export type ShardResult = { processed: number; nextDueAt: number | null };

type Waiter = { resolve: (result: ShardResult) => void; reject: (error: unknown) => void };

/** A look at one shard that somebody asked for. */
export type ShardLook = { shard: number; processed: number; rounds: number; waiters: Waiter[] };

/**
 * The shards somebody wants looked at. Wishes for one shard share a look, but a wish that comes while the shard is
 * being worked on gets a look of its own afterwards: what it is about may have come too late for the present one.
 */
export class ShardQueue {
  private readonly wanted = new Map<number, ShardLook>();
  private readonly taken = new Set<number>();

  /** Answers when the shard was looked at. */
  want(shard: number): Promise<ShardResult> {
    return new Promise((resolve, reject) => {
      const look = this.wanted.get(shard) ?? { shard, processed: 0, rounds: 0, waiters: [] };
      look.waiters.push({ resolve, reject });
      this.wanted.set(shard, look);
    });
  }

  get hasWork(): boolean {
    for (const shard of this.wanted.keys()) if (!this.taken.has(shard)) return true;
    return false;
  }

  /** Whether somebody works on the shard, or will. */
  has(shard: number): boolean {
    return this.wanted.has(shard) || this.taken.has(shard);
  }

  /** All that is wanted and nobody works on. */
  take(): ShardLook[] {
    const looks = [...this.wanted.values()].filter(({ shard }) => !this.taken.has(shard));
    for (const { shard } of looks) {
      this.wanted.delete(shard);
      this.taken.add(shard);
    }
    return looks;
  }

  /** There is more in this shard: its look goes on in the next round, together with whoever wants one by now. */
  goOn(look: ShardLook): void {
    this.taken.delete(look.shard);
    const newer = this.wanted.get(look.shard);
    this.wanted.set(look.shard, { ...look, waiters: [...look.waiters, ...(newer?.waiters ?? [])] });
  }

  finish(look: ShardLook, nextDueAt: number | null): void {
    this.taken.delete(look.shard);
    for (const { resolve } of look.waiters) resolve({ processed: look.processed, nextDueAt });
  }

  fail(look: ShardLook, error: unknown): void {
    this.taken.delete(look.shard);
    for (const { reject } of look.waiters) reject(error);
  }
}

/** So many people of one account make a round long for everybody else in it; a round takes up to four times as many. */
const manyOfOneAccount = 8;

export type QuietRound = { shards: readonly number[]; busyAccounts: readonly string[] };

/**
 * Short rounds for people of quiet accounts, beside a long round with many of a busy one and while that one rests: who
 * writes to a quiet account waits for neither. One at a time, and only for shards somebody became due in meanwhile.
 */
export class QuietRounds {
  private readonly shards = new Set<number>();
  private hasNews = false;
  private busyAccounts: readonly string[] = [];
  private running: Promise<void> | null = null;

  constructor(private readonly take: (round: QuietRound) => Promise<void>) {}

  get isRunning(): boolean {
    return this.running !== null;
  }

  /** Somebody is due in this shard since the long round looked. */
  want(shard: number): void {
    this.shards.add(shard);
    this.noteArrival();
  }

  /** Somebody's profile has come. */
  noteArrival(): void {
    this.hasNews = true;
    this.begin();
  }

  /** A long round looks at everything now: there is nothing left to take before it has. */
  pause(): void {
    this.shards.clear();
    this.hasNews = false;
    this.busyAccounts = [];
  }

  /** The long round has looked, and deals with people of these accounts. */
  goOnBeside(accountIds: readonly string[]): void {
    this.busyAccounts = busyAmong(accountIds);
    this.begin();
  }

  /** Resolves when the round under way, if any, is over. */
  async done(): Promise<void> {
    await this.running;
  }

  private begin(): void {
    if (this.running !== null || !this.hasNews || this.busyAccounts.length === 0) return;
    const round = { shards: [...this.shards], busyAccounts: this.busyAccounts };
    this.shards.clear();
    this.hasNews = false;
    this.running = this.take(round).finally(() => {
      this.running = null;
      this.begin();
    });
  }
}

const busyAmong = (accountIds: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const id of accountIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= manyOfOneAccount).map(([id]) => id);
};

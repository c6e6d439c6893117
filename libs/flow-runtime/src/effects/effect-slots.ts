/** Who occupies how much of the calls that may be under way at once. */
export type EffectSlots = {
  /** Counts `work` of an account until it ends; answers then. */
  occupy(accountId: string, work: Promise<unknown>): Promise<void>;
  free(): number;
  /** Accounts that may not have more at the moment. */
  busyAccounts(): string[];
  idle(): Promise<void>;
};

/** One slow or flooded account never takes all slots. */
export const createEffectSlots = (limits: { concurrency: number; perAccount: number }): EffectSlots => {
  const running = new Set<Promise<unknown>>();
  const perAccount = new Map<string, number>();

  const count = (accountId: string, change: number): void => {
    const next = (perAccount.get(accountId) ?? 0) + change;
    if (next > 0) perAccount.set(accountId, next);
    else perAccount.delete(accountId);
  };

  return {
    occupy: async (accountId, work) => {
      running.add(work);
      count(accountId, 1);
      try {
        await work;
      } finally {
        running.delete(work);
        count(accountId, -1);
      }
    },
    free: () => Math.max(0, limits.concurrency - running.size),
    busyAccounts: () => [...perAccount].flatMap(([id, many]) => (many >= limits.perAccount ? [id] : [])),
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
};

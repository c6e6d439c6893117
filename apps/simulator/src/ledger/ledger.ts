import type { GraphLedgerEntry, LedgerEntry, WebhookLedgerEntry } from './ledger-entry';

export type LedgerQuery = {
  /** Only entries with a greater `seq`. */
  cursor: number;
  limit: number;
  /** Newest entries instead of oldest first (still listed in order). */
  isTail?: boolean;
  matches: (entry: LedgerEntry) => boolean;
};

export type LedgerPage = { entries: LedgerEntry[]; nextCursor: number; dropped: number };

export type Ledger = {
  addGraphCall(entry: Omit<GraphLedgerEntry, 'seq' | 'type'>): void;
  addDelivery(entry: Omit<WebhookLedgerEntry, 'seq' | 'type'>): void;
  read(query: LedgerQuery): LedgerPage;
  /** Resolves at the next entry or after `ms`. */
  waitForMore(ms: number): Promise<void>;
  tail(count: number): LedgerEntry[];
  clear(): void;
};

const defaultLimit = 200_000;

/** Everything that was accepted, rejected or delivered, in order; the oldest entries go beyond the limit. */
export function createLedger(options: {
  entries: LedgerEntry[];
  limit?: number;
  onAppend: () => void;
}): Ledger {
  const limit = options.limit ?? defaultLimit;
  let entries = options.entries;
  let seq = entries.at(-1)?.seq ?? 0;
  let dropped = 0;
  let waiters: (() => void)[] = [];

  const append = (entry: LedgerEntry): void => {
    entries.push(entry);
    if (entries.length > limit * 1.1) {
      dropped += entries.length - limit;
      entries = entries.slice(-limit);
    }
    const woken = waiters;
    waiters = [];
    for (const wake of woken) wake();
    options.onAppend();
  };

  return {
    addGraphCall: (entry) => append({ type: 'graph', seq: (seq += 1), ...entry }),
    addDelivery: (entry) => append({ type: 'webhook', seq: (seq += 1), ...entry }),
    read: (query) => readPage({ entries, query, dropped }),
    waitForMore: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        waiters.push(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
    tail: (count) => entries.slice(-count),
    clear() {
      entries = [];
      dropped = 0;
    },
  };
}

function readPage(options: { entries: LedgerEntry[]; query: LedgerQuery; dropped: number }): LedgerPage {
  const { entries, query, dropped } = options;
  const found = query.isTail ? readNewest(entries, query) : readOldest(entries, query);
  return { entries: found, nextCursor: found.at(-1)?.seq ?? query.cursor, dropped };
}

function readNewest(entries: LedgerEntry[], query: LedgerQuery): LedgerEntry[] {
  const found: LedgerEntry[] = [];
  for (let index = entries.length - 1; index >= 0 && found.length < query.limit; index -= 1) {
    const entry = entries[index];
    if (!entry || entry.seq <= query.cursor) break;
    if (query.matches(entry)) found.push(entry);
  }
  return found.toReversed();
}

function readOldest(entries: LedgerEntry[], query: LedgerQuery): LedgerEntry[] {
  const found: LedgerEntry[] = [];
  for (let index = firstAfter(entries, query.cursor); index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry && query.matches(entry)) found.push(entry);
    if (found.length >= query.limit) break;
  }
  return found;
}

/** Entries are sorted by `seq`, so a reader that polls from its cursor does not walk the whole ledger. */
function firstAfter(entries: LedgerEntry[], cursor: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.seq ?? 0) <= cursor) low = middle + 1;
    else high = middle;
  }
  return low;
}

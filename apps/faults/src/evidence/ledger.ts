import type { Simulator } from '../clients/simulator';
import { ledgerPage, type GraphCall, type WebhookDelivery } from './ledger-entry';

export type Ledger = {
  calls: GraphCall[];
  deliveries: WebhookDelivery[];
  /** What `find` makes of the ledger, now or before the time (epoch ms); null when it found nothing. */
  waitFor: <T>(
    find: (ledger: Pick<Ledger, 'calls' | 'deliveries'>) => T | null,
    deadline: number,
  ) => Promise<T | null>;
  /** Reads what is there now. */
  catchUp: () => Promise<void>;
  stop: () => Promise<void>;
};

const longPollMs = 1_000;

/** Follows what the simulator writes down, for everybody who waits for a message. */
export function followLedger(simulator: Simulator): Ledger {
  const calls: GraphCall[] = [];
  const deliveries: WebhookDelivery[] = [];
  const waiting = new Set<() => void>();
  let cursor = 0;
  let isStopped = false;
  let reading: Promise<void> = Promise.resolve();

  const read = async (waitMs: number): Promise<number> => {
    const page = ledgerPage.parse(await simulator.readLedger(cursor, waitMs));
    for (const entry of page.entries) {
      if (entry.seq <= cursor) continue;
      if (entry.type === 'graph') calls.push(entry);
      else deliveries.push(entry);
    }
    cursor = Math.max(cursor, page.nextCursor);
    for (const look of waiting) look();
    return page.entries.length;
  };
  const follow = async (): Promise<void> => {
    while (!isStopped) await read(longPollMs);
  };
  reading = follow();
  return {
    calls,
    deliveries,
    waitFor: <T>(find: (ledger: Pick<Ledger, 'calls' | 'deliveries'>) => T | null, deadline: number) =>
      new Promise<T | null>((resolve) => {
        const settle = (found: T | null): void => {
          waiting.delete(look);
          clearTimeout(timer);
          resolve(found);
        };
        const look = (): void => {
          const found = find({ calls, deliveries });
          if (found !== null) settle(found);
        };
        const timer = setTimeout(() => settle(null), Math.max(0, deadline - Date.now()));
        waiting.add(look);
        look();
      }),
    catchUp: async () => {
      while ((await read(0)) > 0);
    },
    stop: async () => {
      isStopped = true;
      await reading;
    },
  };
}

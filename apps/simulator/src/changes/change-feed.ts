export type Change = {
  kind:
    | 'account'
    | 'person'
    | 'thread'
    | 'comment'
    | 'fault'
    | 'ledger'
    | 'clock'
    | 'webhook'
    | 'switches'
    | 'reset';
  accountId?: string;
  igsid?: string;
};

export type ChangeFeed = {
  publish(change: Change): void;
  subscribe(listener: (changes: Change[]) => void): () => void;
  close(): void;
};

const flushIntervalMs = 40;

/**
 * Tells the test phone what to read again. Equal changes within one interval are told once, and nothing
 * is kept while nobody listens, so a benchmark pays nothing for it.
 */
export function createChangeFeed(onPublish: () => void): ChangeFeed {
  const listeners = new Set<(changes: Change[]) => void>();
  let pending = new Map<string, Change>();
  let timer: NodeJS.Timeout | null = null;

  const flush = (): void => {
    timer = null;
    const changes = [...pending.values()];
    pending = new Map();
    for (const listener of listeners) listener(changes);
  };

  return {
    publish(change) {
      onPublish();
      if (listeners.size === 0) return;
      pending.set(`${change.kind}/${change.accountId ?? ''}/${change.igsid ?? ''}`, change);
      timer ??= setTimeout(flush, flushIntervalMs);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      if (timer) clearTimeout(timer);
      listeners.clear();
    },
  };
}

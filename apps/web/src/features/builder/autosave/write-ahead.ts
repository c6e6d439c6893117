import { flowOperationSchema } from '@instaflow/flow-model';
import { z } from 'zod';

const entrySchema = z.object({
  baseRevision: z.number(),
  writtenAtMs: z.number(),
  operations: z.array(flowOperationSchema),
});

/** Edits kept in the browser until the server has confirmed them. */
export type WriteAheadEntry = z.infer<typeof entrySchema>;

export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export type WriteAhead = {
  /** False when the browser has no room: then leaving the page loses what is unsaved, and the page says so. */
  write: (entry: WriteAheadEntry) => boolean;
  clear: () => void;
  /** What this tab or a closed one left behind for this flow; own edits first. */
  findLeftover: (nowMs: number) => { entry: WriteAheadEntry; key: string } | null;
  discard: (key: string) => void;
};

/** An entry of another tab younger than this may belong to a tab that is still open. */
const otherTabGraceMs = 30_000;

/** One record per flow and tab in local storage: written synchronously, so a crash right after a key press loses nothing. */
export function createWriteAhead(
  storage: KeyValueStorage,
  { flowId, tabId }: { flowId: string; tabId: string },
): WriteAhead {
  const prefix = `instaflow.unsaved.${flowId}.`;
  const ownKey = `${prefix}${tabId}`;
  return {
    write: (entry) => {
      try {
        storage.setItem(ownKey, JSON.stringify(entry));
        return true;
      } catch {
        return false;
      }
    },
    clear: () => {
      storage.removeItem(ownKey);
    },
    findLeftover: (nowMs) => {
      const keys = [ownKey, ...listKeys(storage, prefix).filter((key) => key !== ownKey)];
      for (const key of keys) {
        const entry = readEntry(storage.getItem(key));
        if (!entry || entry.operations.length === 0) continue;
        if (key === ownKey || nowMs - entry.writtenAtMs > otherTabGraceMs) return { entry, key };
      }
      return null;
    },
    discard: (key) => {
      storage.removeItem(key);
    },
  };
}

function listKeys(storage: KeyValueStorage, prefix: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

function readEntry(text: string | null): WriteAheadEntry | null {
  if (text === null) return null;
  try {
    const parsed = entrySchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

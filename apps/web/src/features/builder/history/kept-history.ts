import { flowOperationSchema } from '@instaflow/flow-model';
import { z } from 'zod';
import catalogue from '../locales/en.json';
import { historyLimit, type EditLabel, type History } from './history';

const isLabelKey = (key: unknown): boolean =>
  typeof key === 'string' && Object.hasOwn(catalogue.history, key);

const entrySchema = z.object({
  label: z.object({
    key: z.custom<EditLabel['key']>(isLabelKey),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
  operations: z.array(flowOperationSchema),
  inverse: z.array(flowOperationSchema),
  // What is typed after a reload is a step of its own.
  coalesceKey: z.unknown().transform(() => null),
  atMs: z.number(),
  selectionBefore: z.array(z.string()),
  selectionAfter: z.array(z.string()),
});

const recordSchema = z.object({
  revision: z.number(),
  past: z.array(entrySchema),
  future: z.array(entrySchema),
});

/** Undo and redo kept in the tab, so that they survive a reload. */
export type KeptHistory = {
  /** The history of the document of this revision; null when there is none for exactly that one. */
  find: (revision: number) => History | null;
  keep: (revision: number, history: History) => void;
};

/** One record per flow in session storage, which is the tab's own: two tabs never undo each other's edits. */
export function createKeptHistory(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  flowId: string,
): KeptHistory {
  const key = `instaflow.history.${flowId}`;
  return {
    find: (revision) => {
      const record = readRecord(storage.getItem(key));
      return record?.revision === revision ? { past: record.past, future: record.future } : null;
    },
    keep: (revision, { past, future }) => {
      // Where there is no room for all of it the newest steps are kept: an older record would belong to another document.
      const isKept = [historyLimit, 50, 10].some((count) =>
        write(storage, key, { revision, past: past.slice(-count), future: future.slice(-count) }),
      );
      if (!isKept) storage.removeItem(key);
    },
  };
}

function write(
  storage: Pick<Storage, 'setItem'>,
  key: string,
  record: History & { revision: number },
): boolean {
  try {
    storage.setItem(key, JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}

function readRecord(text: string | null): z.infer<typeof recordSchema> | null {
  if (text === null) return null;
  try {
    const parsed = recordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

import type { FlowOperation } from '@instaflow/flow-model';
import { createUnsavedEdits } from '../autosave/unsaved-edits';
import type { WriteAhead, WriteAheadEntry } from '../autosave/write-ahead';

export type KeptEdits = {
  add: (operations: FlowOperation[]) => void;
  /** The server has these edits, or the others stand on another revision now. */
  update: (saved: { savedEditCount: number; revision: number }) => void;
  list: () => FlowOperation[];
  /** What an earlier visit left unsaved in this browser; answers it once. */
  takeLeftover: () => WriteAheadEntry | null;
};

/** The edits the server does not have yet, with their copy in the browser. */
export function createKeptEdits({
  writeAhead,
  nowMs,
  revision,
  isReadOnly,
  onKept,
}: {
  writeAhead: WriteAhead;
  nowMs: () => number;
  revision: number;
  isReadOnly: boolean;
  /** Whether the browser had room. */
  onKept: (isKept: boolean) => void;
}): KeptEdits {
  const unsaved = createUnsavedEdits();
  let baseRevision = revision;
  // Looked for before the first edit of this session, which writes to the same place.
  let found = isReadOnly ? null : writeAhead.findLeftover(nowMs());

  const keep = (): void => {
    const operations = unsaved.list();
    if (operations.length === 0) writeAhead.clear();
    else onKept(writeAhead.write({ baseRevision, writtenAtMs: nowMs(), operations }));
  };
  return {
    add: (operations) => {
      unsaved.add(operations);
      keep();
    },
    update: (saved) => {
      const isRebased = saved.revision !== baseRevision;
      baseRevision = saved.revision;
      if (unsaved.confirm(saved.savedEditCount) || isRebased) keep();
    },
    list: unsaved.list,
    takeLeftover: () => {
      const taken = found;
      found = null;
      if (taken) {
        writeAhead.discard(taken.key);
        keep();
      }
      return taken?.entry ?? null;
    },
  };
}

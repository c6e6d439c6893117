import type { History, HistoryEntry } from '../history/history';
import type { DraftStore, KeptDocuments, KeptHead } from './draft-store';
import type { KeptEdit } from './unsaved-edits';

/** Everything a session needs to go on in another tab as if nothing had happened. */
export type KeptState = {
  head: Pick<KeptHead, 'revision' | 'sent'>;
  documents: KeptDocuments;
  edits: readonly KeptEdit[];
  history: History;
};

export type DraftKeeper = {
  /**
   * Writes what `read` answers once the edit at hand is complete. Resolves false when the browser has no room: then
   * leaving the page loses what is unsaved. Never rejects.
   */
  keep: (read: () => KeptState) => Promise<boolean>;
};

type Step = { place: number; entry: HistoryEntry };
type Written = { documents: KeptDocuments | null; edits: readonly KeptEdit[]; steps: readonly Step[] };

const nothing: Written = { documents: null, edits: [], steps: [] };
/** How many undo steps are tried to be kept where there is not room for all. */
const stepLimits = [Infinity, 10, 0];

/** Keeps one session in the browser: with every edit only what changed is written, in one transaction. */
export function createDraftKeeper({
  store,
  sessionId,
  replaces,
  identity,
  nowMs,
}: {
  store: DraftStore;
  sessionId: string;
  /** The session this one goes on with, and those nobody needs: their copies go away when ours is written. */
  replaces: readonly string[];
  identity: Pick<KeptHead, 'flowKey' | 'tabId'>;
  nowMs: () => number;
}): DraftKeeper {
  let written = nothing;
  let forget = [...replaces];
  let underWay: Promise<boolean> = Promise.resolve(true);
  let next: Promise<boolean> | null = null;

  const write = async (state: KeptState, stepLimit: number): Promise<void> => {
    const { change, steps } = toChange(state, { written, stepLimit });
    const head = { ...identity, ...change.head, writtenAtMs: nowMs() };
    await store.write({ ...change, head, sessionId, forget });
    written = { documents: state.documents, edits: state.edits, steps };
    forget = [];
  };

  const writeWhatFits = async (read: () => KeptState): Promise<boolean> => {
    const state = read();
    for (const limit of stepLimits) {
      try {
        await write(state, limit);
        return true;
      } catch {
        // Nobody knows what is there now: the next attempt writes all of it.
        written = nothing;
        if (!forget.includes(sessionId)) forget = [...forget, sessionId];
      }
    }
    return false;
  };

  return {
    keep: (read) => {
      // One write at a time; what comes meanwhile goes with the next one.
      next ??= underWay.then(() => {
        next = null;
        underWay = writeWhatFits(read);
        return underWay;
      });
      return next;
    },
  };
}

/** What has to be written so that the copy is as the session is. */
function toChange(state: KeptState, { written, stepLimit }: { written: Written; stepLimit: number }) {
  const { past, future } = state.history;
  const done = stepLimit === 0 ? [] : past.slice(-stepLimit);
  const undone = stepLimit === 0 ? [] : future.slice(-stepLimit);
  const steps = placeSteps(written.steps, [...done, ...undone.toReversed()]);
  const knownEdits = new Set(written.edits);
  const knownPlaces = new Map(written.steps.map(({ entry, place }) => [entry, place]));
  const change = {
    head: { ...state.head, hasUnsaved: state.edits.length > 0, pastCount: done.length },
    documents: isSame(written.documents, state.documents) ? null : state.documents,
    edits: {
      put: state.edits.filter((edit) => !knownEdits.has(edit)),
      drop: missing(written.edits, state.edits, ({ number }) => number),
    },
    history: {
      put: steps.filter(({ entry, place }) => knownPlaces.get(entry) !== place),
      drop: missing(written.steps, steps, ({ place }) => place),
    },
  };
  return { change, steps };
}

function isSame(written: KeptDocuments | null, documents: KeptDocuments): boolean {
  return written?.base === documents.base && written.start === documents.start;
}

/** Undo steps with a place each that stays theirs while steps come and go at either end. */
function placeSteps(known: readonly Step[], entries: readonly HistoryEntry[]): Step[] {
  const places = new Map(known.map(({ entry, place }) => [entry, place]));
  const anchor = entries.findIndex((entry) => places.has(entry));
  const found = entries[anchor];
  const first = found === undefined ? 0 : (places.get(found) ?? 0) - anchor;
  return entries.map((entry, index) => ({ entry, place: first + index }));
}

function missing<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => number,
): number[] {
  const left = new Set(after.map(keyOf));
  return before.map(keyOf).filter((key) => !left.has(key));
}

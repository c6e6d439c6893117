import type { FlowDefinition, FlowOperation } from '@instaflow/flow-model';
import { createAutosaveDriver, type AutosaveDriver, type SaveOutcome } from '../autosave/autosave-driver';
import { createUnsavedEdits } from '../autosave/unsaved-edits';
import type { WriteAhead, WriteAheadEntry } from '../autosave/write-ahead';
import type { Positions } from '../canvas/position';
import type { KeptHistory } from '../history/kept-history';
import { createBuilderStore, type BuilderStore } from './builder-store';
import type { BuilderView } from './canvas-slice';

export type SessionStart = {
  definition: FlowDefinition;
  automaticPositions: Positions;
  revision: number;
  isReadOnly: boolean;
  view: BuilderView;
};

export type SessionPorts = {
  save: (request: { definition: FlowDefinition; revision: number }) => Promise<SaveOutcome>;
  writeAhead: WriteAhead;
  keptHistory: KeptHistory;
  nowMs: () => number;
  schedule: (callback: () => void, delayMs: number) => () => void;
};

export type BuilderSession = {
  store: BuilderStore;
  autosave: AutosaveDriver;
  /** Runs what writes the flow one after the other, so that each knows the revision the one before led to. */
  exclusively: <Result>(write: () => Promise<Result>) => Promise<Result>;
  /** What an earlier visit left unsaved in this browser; answers it once. */
  takeLeftover: () => WriteAheadEntry | null;
  start: () => void;
  stop: () => void;
};

/** Ties the store to autosave and to the copy in the browser: every edit goes to all three. */
export function createBuilderSession(start: SessionStart, ports: SessionPorts): BuilderSession {
  const { writeAhead, keptHistory, nowMs, schedule } = ports;
  const unsaved = createUnsavedEdits();
  const exclusively = createQueue();
  // Looked for before the first edit of this session, which writes to the same place.
  const takeFound = once(start.isReadOnly ? null : writeAhead.findLeftover(nowMs()));

  const onEdited = (operations: FlowOperation[]): void => {
    unsaved.add(operations);
    keep();
    autosave.edited();
  };
  const history = start.isReadOnly ? null : keptHistory.find(start.revision);
  const store = createBuilderStore({ ...start, history, ports: { nowMs, onEdited } });
  const autosave = createAutosaveDriver(start.revision, {
    nowMs,
    schedule,
    save: () =>
      exclusively(() =>
        ports.save({ definition: store.getState().definition, revision: autosave.state().revision }),
      ),
    onChange: (state) => {
      if (unsaved.confirm(state.savedEditCount)) keep();
      store.getState().setAutosave(state);
      // Only with everything saved does the history end at the document the server has under this revision.
      if (state.status === 'saved') keptHistory.keep(state.revision, store.getState().history);
    },
  });

  function keep(): void {
    const operations = unsaved.list();
    if (operations.length === 0) {
      writeAhead.clear();
      return;
    }
    const isKept = writeAhead.write({
      baseRevision: autosave.state().revision,
      writtenAtMs: nowMs(),
      operations,
    });
    if (isKept !== store.getState().isKeptLocally) store.getState().setKeptLocally(isKept);
  }

  return {
    store,
    autosave,
    exclusively,
    takeLeftover: () => {
      const taken = takeFound();
      if (taken) writeAhead.discard(taken.key);
      if (taken) keep();
      return taken?.entry ?? null;
    },
    start: autosave.start,
    stop: () => {
      autosave.flush();
      autosave.stop();
    },
  };
}

/** Gives the value to the first who asks. */
function once<Value>(value: Value | null): () => Value | null {
  let rest = value;
  return () => {
    const taken = rest;
    rest = null;
    return taken;
  };
}

function createQueue(): BuilderSession['exclusively'] {
  let last: Promise<unknown> = Promise.resolve();
  return (write) => {
    const result = last.then(write, write);
    // The caller gets the failure; the queue only has to go on after it.
    last = result.catch(() => undefined);
    return result;
  };
}

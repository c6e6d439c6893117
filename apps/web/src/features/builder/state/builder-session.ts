import type { FlowDefinition, FlowOperation } from '@instaflow/flow-model';
import { createAutosaveDriver, type AutosaveDriver, type SaveOutcome } from '../autosave/autosave-driver';
import type { WriteAhead, WriteAheadEntry } from '../autosave/write-ahead';
import { createDraftMerger, type ChosenSide, type DraftMerger } from '../conflict/draft-merger';
import type { Positions } from '../canvas/position';
import type { KeptHistory } from '../history/kept-history';
import { createBuilderStore, type BuilderStore } from './builder-store';
import type { BuilderView } from './canvas-slice';
import { createKeptEdits } from './kept-edits';

export type SessionStart = {
  definition: FlowDefinition;
  automaticPositions: Positions;
  revision: number;
  isReadOnly: boolean;
  view: BuilderView;
};

export type SessionPorts = {
  /** `operations` are the edits since the document of `revision`. */
  save: (request: {
    definition: FlowDefinition;
    revision: number;
    operations: FlowOperation[];
  }) => Promise<SaveOutcome>;
  /** Finds places for nodes that have none. */
  findPlaces: (definition: FlowDefinition) => Promise<Positions>;
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
  /** What two people changed at the same place; null when there is nothing to decide. */
  listConflicts: DraftMerger['listConflicts'];
  /** Puts both sets of changes together as chosen, and saves the result. */
  settleConflicts: (sides: readonly ChosenSide[]) => void;
  /** What an earlier visit left unsaved in this browser; answers it once. */
  takeLeftover: () => WriteAheadEntry | null;
  start: () => void;
  stop: () => void;
};

/** Ties the store to autosave and to the copy in the browser: every edit goes to all three. */
export function createBuilderSession(start: SessionStart, ports: SessionPorts): BuilderSession {
  const { writeAhead, keptHistory, nowMs, schedule } = ports;
  const exclusively = createQueue();
  const edits = createKeptEdits({
    ...start,
    writeAhead,
    nowMs,
    onKept: (isKept) => {
      if (isKept !== store.getState().isKeptLocally) store.getState().setKeptLocally(isKept);
    },
  });
  const onEdited = (operations: FlowOperation[]): void => {
    edits.add(operations);
    autosave.edited();
  };
  const history = start.isReadOnly ? null : keptHistory.find(start.revision);
  const store = createBuilderStore({ ...start, history, ports: { nowMs, onEdited } });
  const merger = createDraftMerger(store);
  const autosave = createAutosaveDriver(start.revision, {
    nowMs,
    schedule,
    save: () => exclusively(save),
    onChange: (state) => {
      edits.update(state);
      store.getState().setAutosave(state);
      // Only with everything saved does the history end at the document the server has under this revision.
      if (state.status === 'saved') keptHistory.keep(state.revision, store.getState().history);
    },
  });

  async function save(): Promise<SaveOutcome> {
    const { definition } = store.getState();
    // Read now: what was written while this save waited for its turn has led to another revision.
    const { revision } = autosave.state();
    const answer = await ports.save({ definition, revision, operations: edits.list() });
    const outcome = await merger.receive(answer, definition);
    if (!outcome.ok && outcome.reason === 'merged') placeNew(store, ports);
    return outcome;
  }

  return {
    store,
    autosave: withRestart(autosave, merger),
    exclusively,
    listConflicts: merger.listConflicts,
    settleConflicts: (sides) => {
      const revision = merger.settle(sides);
      if (revision === null) return;
      autosave.rebased(revision);
      placeNew(store, ports);
    },
    takeLeftover: edits.takeLeftover,
    start: autosave.start,
    stop: () => {
      autosave.flush();
      autosave.stop();
    },
  };
}

/** A document that was replaced by the server's is what both sides begin with from then on. */
function withRestart(autosave: AutosaveDriver, merger: DraftMerger): AutosaveDriver {
  return {
    ...autosave,
    reset: (revision) => {
      merger.restart();
      autosave.reset(revision);
    },
  };
}

/** Without places new steps lie at the origin, where they can be seen and tidied up. */
function placeNew(store: BuilderStore, { findPlaces }: Pick<SessionPorts, 'findPlaces'>): void {
  const { definition, addAutomaticPositions } = store.getState();
  void findPlaces(definition).then(addAutomaticPositions, () => undefined);
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

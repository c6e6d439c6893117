import type { FlowDefinition, FlowOperation } from '@instaflow/flow-model';
import { createAutosaveDriver, type AutosaveDriver, type SaveOutcome } from '../autosave/autosave-driver';
import { countUnsaved, startAutosave } from '../autosave/autosave-machine';
import type { DraftKeeper } from '../autosave/draft-keeper';
import { waitAtMost, type Schedule } from '../autosave/wait-at-most';
import { createDraftMerger, type ChosenSide, type DraftMerger } from '../conflict/draft-merger';
import type { Positions } from '../canvas/position';
import type { History } from '../history/history';
import { createBuilderStore, type BuilderStore } from './builder-store';
import type { BuilderView } from './canvas-slice';
import { createKeptEdits, type KeptEdits, type KeptSession } from './kept-edits';

export type SessionStart = {
  /** The document as it is shown, and the revision it is or stands on. */
  definition: FlowDefinition;
  automaticPositions: Positions;
  revision: number;
  /** What led to this document in an earlier visit, if that is known. */
  history?: History | null;
  /** What an earlier visit left unsaved; it is in `definition`. */
  kept?: KeptSession | null;
  /** Edits of that visit that cannot be made any more. */
  lostCount?: number;
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
  keeper: DraftKeeper;
  /** Tells other tabs that this session lives, until the answered function is called and what it is given is done. */
  hold: () => (whenDone: Promise<void>) => void;
  nowMs: () => number;
  schedule: Schedule;
};

/** For a session that nobody edits in. */
export const keepingNothing: Pick<SessionPorts, 'keeper' | 'hold'> = {
  keeper: { keep: () => Promise.resolve(true) },
  hold: () => () => undefined,
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
  start: () => void;
  stop: () => void;
};

/** Ties the store to autosave and to the copy in the browser: every edit goes to all three. */
export function createBuilderSession(start: SessionStart, ports: SessionPorts): BuilderSession {
  const { keeper, hold, nowMs, schedule } = ports;
  const exclusively = createQueue();
  const onEdited = (operations: FlowOperation[]): void => {
    edits.add(operations);
    autosave.edited();
  };
  const { kept = null, lostCount = 0, ...shown } = start;
  const store = createBuilderStore({ ...shown, ports: { nowMs, onEdited } });
  const merger = createDraftMerger(store, kept);
  const edits = createKeptEdits({
    keeper,
    revision: start.revision,
    kept,
    read: () => ({ base: merger.base(), ...store.getState() }),
    onKept: (isKept) => {
      if (isKept !== store.getState().isKeptLocally) store.getState().setKeptLocally(isKept);
    },
  });
  const autosave = createAutosaveDriver(startAutosave(start.revision, numbersOf(kept, nowMs())), {
    nowMs,
    schedule,
    save: () => exclusively(save),
    onChange: (state) => {
      edits.update(state);
      store.getState().setAutosave(state);
    },
  });
  store.getState().setAutosave(autosave.state());
  if (kept) {
    const broughtBack = { count: countUnsaved(autosave.state()), lostCount };
    store.getState().tellSave({ broughtBack });
  }

  async function save(): Promise<SaveOutcome> {
    const { definition } = store.getState();
    // Read now: what was written while this save waited for its turn has led to another revision.
    const { revision } = autosave.state();
    const operations = edits.list();
    await waitAtMost(maxWriteAheadMs, edits.markSent(), schedule);
    const answer = await ports.save({ definition, revision, operations });
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
    ...createLife({ hold, edits, autosave, exclusively, isReadOnly: start.isReadOnly }),
  };
}

/**
 * The server never has an edit of which the browser knows nothing: after a crash in between it would come back as
 * somebody else's. A database that hangs, though, must not keep drafts from the server.
 */
const maxWriteAheadMs = 1_000;

/** From `start` on the copy of an earlier visit is this one's; after `stop` nobody's, once the last save is answered. */
function createLife({
  hold,
  edits,
  autosave,
  exclusively,
  isReadOnly,
}: Pick<SessionPorts, 'hold'> &
  Pick<BuilderSession, 'exclusively' | 'autosave'> & {
    edits: KeptEdits;
    isReadOnly: boolean;
  }): Pick<BuilderSession, 'start' | 'stop'> {
  let release: ReturnType<SessionPorts['hold']> = () => undefined;
  return {
    start: () => {
      if (isReadOnly) return;
      release = hold();
      edits.keep();
      autosave.start();
    },
    stop: () => {
      autosave.flush();
      autosave.stop();
      release(exclusively(() => Promise.resolve()));
    },
  };
}

function numbersOf(kept: KeptSession | null, atMs: number) {
  const first = kept?.edits[0];
  const last = kept?.edits.at(-1);
  return first && last ? { firstNumber: first.number, lastNumber: last.number, atMs } : null;
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

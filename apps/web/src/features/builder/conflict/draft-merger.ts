import type { FlowConflict, FlowDefinition } from '@instaflow/flow-model';
import type { SaveOutcome } from '../autosave/autosave-driver';
import type { BuilderStore } from '../state/builder-store';
import type { MergedDraft, TheirDraft } from './merge-stale';

/** Merging is rare, so its code comes with the first save that somebody else was faster with. */
const loadMerging = () => import('./merge-stale');
type Merging = Awaited<ReturnType<typeof loadMerging>>;
let merging: Merging | null = null;

async function isMergingLoaded(): Promise<boolean> {
  merging ??= await loadMerging().catch(() => null);
  return merging !== null;
}

function mergeBoth(base: FlowDefinition, mine: FlowDefinition, theirs: TheirDraft): MergedDraft | null {
  return merging && merging.mergeStale({ base, mine, theirs: theirs.definition });
}

/** Which side a person chose for each conflict, in their order. */
export type ChosenSide = 'mine' | 'theirs';

export type DraftMerger = {
  /** The document both sides began with. */
  base: () => FlowDefinition;
  /** Looks at what a save of `sent` led to, and takes in what somebody else saved when that goes without a question. */
  receive: (outcome: SaveOutcome, sent: FlowDefinition) => Promise<SaveOutcome>;
  /** What has to be decided before the draft can be saved; null when nothing. */
  listConflicts: () => FlowConflict[] | null;
  /** Puts both sets of changes together as chosen. Answers the revision the result stands on; null when nothing was open. */
  settle: (sides: readonly ChosenSide[]) => number | null;
  /** The document of the store is the server's now. */
  restart: () => void;
};

/**
 * Remembers the document the server confirmed last, which is what both sides began with, and those it may have taken
 * without our hearing of it. `kept`: the same of an earlier session, which the edits in the store go on with.
 */
export function createDraftMerger(
  store: BuilderStore,
  kept: { base: FlowDefinition; sent: readonly FlowDefinition[] } | null = null,
): DraftMerger {
  const memory = createMemory(kept ?? { base: store.getState().definition, sent: [] });

  const merge = (theirs: TheirDraft) => mergeBoth(memory.base(), store.getState().definition, theirs);

  const adopt = (merged: MergedDraft, theirs: TheirDraft): void => {
    const count = merging?.countChangedSteps(memory.base(), theirs.definition) ?? 0;
    memory.begin(theirs.definition);
    store.getState().rebase(merged.definition);
    store.getState().tellSave({ theirDraft: null, takenIn: { count } });
  };

  const takeIn = async (theirs: TheirDraft, sent: FlowDefinition): Promise<SaveOutcome> => {
    // When the code cannot be fetched now: as a save that did not get through, it is tried again.
    if (!(await isMergingLoaded())) return { ok: false, reason: 'unreachable' };
    memory.recognise(theirs.definition);
    const merged = merge(theirs);
    if (!merged || merged.conflicts.length > 0) {
      store.getState().tellSave({ theirDraft: theirs });
      return { ok: false, reason: 'stale', theirs };
    }
    const { definition, revision } = theirs;
    // With nothing of mine missing there, another save would only look like a change that nobody made.
    const isComplete = store.getState().definition === sent && isSame(merged.definition, definition);
    adopt(merged, theirs);
    return isComplete ? { ok: true, revision } : { ok: false, reason: 'merged', revision };
  };

  return {
    base: memory.base,
    receive: async (outcome, sent) => {
      memory.hear(outcome, sent);
      const isRefused = !outcome.ok && outcome.reason === 'refused';
      store.getState().tellSave({ saveRefusal: isRefused ? (outcome.message ?? null) : null });
      const isStale = !outcome.ok && outcome.reason === 'stale';
      return isStale && outcome.theirs ? takeIn(outcome.theirs, sent) : outcome;
    },
    listConflicts: () => {
      const { theirDraft } = store.getState();
      return theirDraft && (merge(theirDraft)?.conflicts ?? null);
    },
    settle: (sides) => {
      const { theirDraft } = store.getState();
      const merged = theirDraft && merge(theirDraft);
      if (!merged || !merging) return null;
      adopt(merged, theirDraft);
      commitChoices(store, { ...merged, sides, merging });
      return theirDraft.revision;
    },
    restart: () => {
      memory.begin(store.getState().definition);
      store.getState().tellSave({ theirDraft: null, saveRefusal: null });
    },
  };
}

/** The document both sides began with, and those sent since that the server may have taken without our hearing of it. */
function createMemory(start: { base: FlowDefinition; sent: readonly FlowDefinition[] }) {
  let { base, sent: unanswered } = start;
  return {
    base: () => base,
    begin: (definition: FlowDefinition): void => {
      base = definition;
      unanswered = [];
    },
    hear: (outcome: SaveOutcome, sent: FlowDefinition): void => {
      if (outcome.ok) base = sent;
      const isAnswered = outcome.ok || outcome.reason === 'refused';
      unanswered = isAnswered ? [] : [...unanswered, sent].slice(-maxUnanswered);
    },
    /** What we sent and never heard of again may well have arrived: then it is not somebody else's. */
    recognise: (theirs: FlowDefinition): void => {
      base = merging?.findArrived({ base, unanswered, theirs }) ?? base;
    },
  };
}

const isSame = (one: FlowDefinition, other: FlowDefinition): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Each contains those before it. */
const maxUnanswered = 20;

/** Two undo steps: all of mine, then theirs where it was chosen. So whatever was decided against can be had back. */
function commitChoices(
  store: BuilderStore,
  { conflicts, sides, merging }: MergedDraft & { sides: readonly ChosenSide[]; merging: Merging },
): void {
  const settle = (key: 'keepMine' | 'takeTheirs', open: readonly FlowConflict[], side: ChosenSide) => {
    const { definition, commit } = store.getState();
    const operations = merging.listResolutions(definition, open, side);
    if (operations.length > 0) commit({ label: { key, values: { count: open.length } }, operations });
  };
  settle('keepMine', conflicts, 'mine');
  settle(
    'takeTheirs',
    conflicts.filter((_conflict, index) => sides[index] !== 'mine'),
    'theirs',
  );
}

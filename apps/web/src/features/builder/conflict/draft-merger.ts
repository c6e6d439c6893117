import type { FlowConflict, FlowDefinition } from '@instaflow/flow-model';
import type { SaveOutcome } from '../autosave/autosave-driver';
import type { BuilderStore } from '../state/builder-store';
import type { MergedDraft, TheirDraft } from './merge-stale';

/** Merging is rare, so its code comes with the first save that somebody else was faster with. */
const loadMerging = () => import('./merge-stale');
type Merging = Awaited<ReturnType<typeof loadMerging>>;

/** Which side a person chose for each conflict, in their order. */
export type ChosenSide = 'mine' | 'theirs';

export type DraftMerger = {
  /** Looks at what a save of `sent` led to, and takes in what somebody else saved when that goes without a question. */
  receive: (outcome: SaveOutcome, sent: FlowDefinition) => Promise<SaveOutcome>;
  /** What has to be decided before the draft can be saved; null when nothing. */
  listConflicts: () => FlowConflict[] | null;
  /** Puts both sets of changes together as chosen. Answers the revision the result stands on; null when nothing was open. */
  settle: (sides: readonly ChosenSide[]) => number | null;
  /** The document of the store is the server's now. */
  restart: () => void;
};

/** Remembers the document the server confirmed last, which is what both sides began with. */
export function createDraftMerger(store: BuilderStore): DraftMerger {
  let base = store.getState().definition;
  let merging: Merging | null = null;

  const merge = (theirs: TheirDraft): MergedDraft | null =>
    merging && merging.mergeStale({ base, mine: store.getState().definition, theirs: theirs.definition });

  const adopt = (merged: MergedDraft, theirs: TheirDraft): void => {
    const count = merging?.countChangedSteps(base, theirs.definition) ?? 0;
    base = theirs.definition;
    store.getState().rebase(merged.definition);
    store.getState().tellSave({ theirDraft: null, takenIn: { count } });
  };

  return {
    receive: async (outcome, sent) => {
      if (outcome.ok) base = sent;
      const { tellSave } = store.getState();
      const isRefused = !outcome.ok && outcome.reason === 'refused';
      tellSave({ saveRefusal: isRefused ? (outcome.message ?? null) : null });
      if (outcome.ok || outcome.reason !== 'stale' || !outcome.theirs) return outcome;
      try {
        merging ??= await loadMerging();
      } catch {
        // The code cannot be fetched now: as a save that did not get through, it is tried again.
        return { ok: false, reason: 'unreachable' };
      }
      const merged = merge(outcome.theirs);
      if (!merged || merged.conflicts.length > 0) {
        tellSave({ theirDraft: outcome.theirs });
        return outcome;
      }
      adopt(merged, outcome.theirs);
      return { ok: false, reason: 'merged', revision: outcome.theirs.revision };
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
      base = store.getState().definition;
      store.getState().tellSave({ theirDraft: null, saveRefusal: null });
    },
  };
}

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

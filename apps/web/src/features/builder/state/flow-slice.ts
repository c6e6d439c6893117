import {
  applyOperations,
  type FlowDefinition,
  type FlowOperation,
  type FlowProblem,
} from '@instaflow/flow-model';
import type { StateCreator } from 'zustand/vanilla';
import type { Positions } from '../canvas/position';
import { keepUndoable } from '../history/keep-undoable';
import { emptyHistory, popRedo, popUndo, pushEntry, type EditLabel, type History } from '../history/history';
import type { BuilderState } from './builder-store';
import { listMissingPositions } from './list-missing-positions';

export type Edit = {
  label: EditLabel;
  operations: FlowOperation[];
  /** Edits of the same key within 800 ms become one undo step. */
  coalesceKey?: string;
  /** What is selected afterwards; unchanged when absent. */
  select?: string[];
};

export type FlowSlice = {
  definition: FlowDefinition;
  /** Places of nodes whose document has none. They enter the document with the first edit, not by looking at it. */
  automaticPositions: Positions;
  history: History;
  problems: FlowProblem[];
  /** The document the problems were found in; null before the first check. */
  checkedDefinition: FlowDefinition | null;
  isReadOnly: boolean;
  /** Applies an edit as a whole or, when the document refuses it, not at all. */
  commit: (edit: Edit) => boolean;
  undo: () => void;
  redo: () => void;
  /** Shows another document (reloaded, restored) and forgets the history, which belongs to the old one. */
  replaceDefinition: (definition: FlowDefinition, automaticPositions: Positions) => void;
  /** Puts the same flow with somebody else's changes in it in place; what can still be undone stays. */
  rebase: (definition: FlowDefinition) => void;
  /** Places for nodes that came without. */
  addAutomaticPositions: (positions: Positions) => void;
  setProblems: (problems: FlowProblem[], checkedDefinition: FlowDefinition) => void;
};

export type FlowSlicePorts = {
  nowMs: () => number;
  /** Called after every change of the document by an edit, an undo or a redo. */
  onEdited: (operations: FlowOperation[]) => void;
};

export type FlowSliceStart = Pick<FlowSlice, 'definition' | 'automaticPositions' | 'isReadOnly'> & {
  /** What led to this document in an earlier visit, if that is known. */
  history?: History | null;
};

type Creator = StateCreator<BuilderState, [], [], FlowSlice>;
type Store = { set: Parameters<Creator>[0]; get: Parameters<Creator>[1]; ports: FlowSlicePorts };

/** The document, its history, and what is wrong with it. Every change goes through `commit`, `undo` or `redo`. */
export function createFlowSlice(start: FlowSliceStart, ports: FlowSlicePorts): Creator {
  return (set, get) => {
    const store: Store = { set, get, ports };
    return {
      ...start,
      history: start.history ?? emptyHistory,
      problems: [],
      checkedDefinition: null,
      commit: (edit) => commitEdit(store, edit),
      undo: () => {
        const step = popUndo(get().history);
        if (!step) return;
        const { inverse, selectionBefore, label } = step.entry;
        walkHistory(store, {
          operations: inverse,
          select: selectionBefore,
          history: step.history,
          label,
          kind: 'undone',
        });
      },
      redo: () => {
        const step = popRedo(get().history);
        if (!step) return;
        const { operations, selectionAfter, label } = step.entry;
        walkHistory(store, {
          operations,
          select: selectionAfter,
          history: step.history,
          label,
          kind: 'redone',
        });
      },
      replaceDefinition: (definition, automaticPositions) => {
        set({
          definition,
          automaticPositions,
          history: emptyHistory,
          selectedNodeIds: new Set(),
          selectedEdgeId: null,
          dragPositions: {},
        });
      },
      rebase: (definition) => {
        const ids = new Set(definition.nodes.map(({ id }) => id));
        set(({ history, selectedNodeIds }) => ({
          definition,
          history: keepUndoable(history),
          selectedNodeIds: new Set([...selectedNodeIds].filter((id) => ids.has(id))),
        }));
      },
      addAutomaticPositions: (positions) => {
        set(({ automaticPositions }) => ({ automaticPositions: { ...positions, ...automaticPositions } }));
      },
      setProblems: (problems, checkedDefinition) => {
        set({ problems, checkedDefinition });
      },
    };
  };
}

function commitEdit({ set, get, ports }: Store, edit: Edit): boolean {
  const state = get();
  if (state.isReadOnly || edit.operations.length === 0) return false;
  const operations = [
    ...listMissingPositions(state.definition, state.automaticPositions),
    ...edit.operations,
  ];
  const applied = applyOperations(state.definition, operations);
  if (!applied.ok) {
    set({ refusal: applied.problem.message });
    return false;
  }
  const selectionBefore = [...state.selectedNodeIds];
  const { label, select, coalesceKey = null } = edit;
  const entry = {
    label,
    operations,
    inverse: applied.inverse,
    coalesceKey,
    atMs: ports.nowMs(),
    selectionBefore,
    selectionAfter: select ?? selectionBefore,
  };
  set({
    definition: applied.definition,
    history: pushEntry(state.history, entry),
    refusal: null,
    ...(select ? { selectedNodeIds: new Set(select), selectedEdgeId: null } : {}),
    // Typing is not announced: the person hears their keys already.
    ...(coalesceKey === null ? { announcement: { label, kind: 'done' as const } } : {}),
  });
  ports.onEdited(operations);
  return true;
}

function walkHistory(
  { set, get, ports }: Store,
  step: {
    operations: FlowOperation[];
    select: string[];
    history: History;
    label: EditLabel;
    kind: 'undone' | 'redone';
  },
): void {
  const { definition, isReadOnly } = get();
  if (isReadOnly) return;
  const applied = applyOperations(definition, step.operations);
  if (!applied.ok) {
    set({ refusal: applied.problem.message });
    return;
  }
  const ids = new Set(applied.definition.nodes.map(({ id }) => id));
  const select = step.select.filter((id) => ids.has(id));
  set({
    definition: applied.definition,
    history: step.history,
    refusal: null,
    selectedNodeIds: new Set(select),
    selectedEdgeId: null,
    announcement: { label: step.label, kind: step.kind },
    ...(select[0] === undefined ? {} : { revealNodeId: select[0] }),
  });
  ports.onEdited(step.operations);
}

import type { FlowOperation } from '@instaflow/flow-model';
import type catalogue from '../locales/edit-en.json';
import { mergeOperations } from './merge-operations';

/** What an entry is called: a key of the catalogue and its values. */
export type EditLabel = { key: keyof typeof catalogue.history; values?: Record<string, string | number> };

export type HistoryEntry = {
  label: EditLabel;
  operations: FlowOperation[];
  inverse: FlowOperation[];
  /** Entries of the same key that follow within 800 ms become one: typing into one field. */
  coalesceKey: string | null;
  atMs: number;
  selectionBefore: string[];
  selectionAfter: string[];
};

export type History = { past: HistoryEntry[]; future: HistoryEntry[] };

export const historyLimit = 200;
export const coalesceWindowMs = 800;
export const emptyHistory: History = { past: [], future: [] };

/** Adds an edit that has been applied. What had been undone before cannot be redone any more. */
export function pushEntry(history: History, entry: HistoryEntry): History {
  const last = history.past.at(-1);
  if (last && history.future.length === 0 && belongsTogether(last, entry)) {
    return { past: [...history.past.slice(0, -1), mergeEntries(last, entry)], future: [] };
  }
  return { past: [...history.past, entry].slice(-historyLimit), future: [] };
}

/** The entry to undo (its inverse is to be applied) and the history after it; null when there is none. */
export function popUndo(history: History): { entry: HistoryEntry; history: History } | null {
  const entry = history.past.at(-1);
  if (!entry) return null;
  return { entry, history: { past: history.past.slice(0, -1), future: [...history.future, entry] } };
}

/** The entry to redo (its operations are to be applied) and the history after it; null when there is none. */
export function popRedo(history: History): { entry: HistoryEntry; history: History } | null {
  const entry = history.future.at(-1);
  if (!entry) return null;
  // A redone entry never takes in what is typed next: its text would otherwise vanish with one undo.
  const redone = { ...entry, coalesceKey: null };
  return { entry, history: { past: [...history.past, redone], future: history.future.slice(0, -1) } };
}

function belongsTogether(last: HistoryEntry, next: HistoryEntry): boolean {
  return (
    next.coalesceKey !== null &&
    last.coalesceKey === next.coalesceKey &&
    next.atMs - last.atMs <= coalesceWindowMs
  );
}

function mergeEntries(first: HistoryEntry, second: HistoryEntry): HistoryEntry {
  return {
    ...second,
    label: first.label,
    operations: mergeOperations([...first.operations, ...second.operations]),
    inverse: mergeOperations([...second.inverse, ...first.inverse]),
    selectionBefore: first.selectionBefore,
  };
}

import type { StateCreator } from 'zustand/vanilla';
import { startAutosave, type AutosaveState } from '../autosave/autosave-machine';
import type { TheirDraft } from '../conflict/merge-stale';
import type { BuilderState } from './builder-store';

export type SaveSlice = {
  autosave: AutosaveState;
  /** False when the browser has no room to keep unsaved edits: leaving the page would lose them. */
  isKeptLocally: boolean;
  /** What somebody else saved while the same was changed here; null when there is nothing to decide. */
  theirDraft: TheirDraft | null;
  /** Why the server refused the draft, in its words. */
  saveRefusal: string | null;
  /** How many steps somebody else had changed when both sets of changes were put together; told once. */
  takenIn: { count: number } | null;
  /** What an earlier visit had left unsaved and is in the draft again; told once. */
  broughtBack: { count: number; lostCount: number } | null;
  setAutosave: (autosave: AutosaveState) => void;
  setKeptLocally: (isKeptLocally: boolean) => void;
  tellSave: (
    told: Partial<Pick<SaveSlice, 'theirDraft' | 'saveRefusal' | 'takenIn' | 'broughtBack'>>,
  ) => void;
};

/** What the save chip shows. */
export function createSaveSlice(revision: number): StateCreator<BuilderState, [], [], SaveSlice> {
  return (set) => ({
    autosave: startAutosave(revision),
    isKeptLocally: true,
    theirDraft: null,
    saveRefusal: null,
    takenIn: null,
    broughtBack: null,
    setAutosave: (autosave) => {
      set({ autosave });
    },
    setKeptLocally: (isKeptLocally) => {
      set({ isKeptLocally });
    },
    tellSave: (told) => {
      set(told);
    },
  });
}

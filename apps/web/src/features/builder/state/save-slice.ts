import type { StateCreator } from 'zustand/vanilla';
import { startAutosave, type AutosaveState } from '../autosave/autosave-machine';
import type { BuilderState } from './builder-store';

export type SaveSlice = {
  autosave: AutosaveState;
  /** False when the browser has no room to keep unsaved edits: leaving the page would lose them. */
  isKeptLocally: boolean;
  setAutosave: (autosave: AutosaveState) => void;
  setKeptLocally: (isKeptLocally: boolean) => void;
};

/** What the save chip shows. */
export function createSaveSlice(revision: number): StateCreator<BuilderState, [], [], SaveSlice> {
  return (set) => ({
    autosave: startAutosave(revision),
    isKeptLocally: true,
    setAutosave: (autosave) => {
      set({ autosave });
    },
    setKeptLocally: (isKeptLocally) => {
      set({ isKeptLocally });
    },
  });
}

import { create } from 'zustand';
import { readStored, writeStored } from '../../../shared/storage/stored-value';

const key = 'instaflow.builder.single-keys';
const useStore = create(() => ({ isOn: readStored(key) !== false }));

/** Whether shortcuts of a single letter are on. They can be turned off (WCAG 2.1.4); remembered in this browser. */
export function useSingleKeys(): boolean {
  return useStore((state) => state.isOn);
}

/** Turns them on or off. */
export function setSingleKeys(isOn: boolean): void {
  useStore.setState({ isOn });
  writeStored(key, isOn);
}

/** The same for code outside of components. */
export function areSingleKeysOn(): boolean {
  return useStore.getState().isOn;
}

import { create } from 'zustand';
import { readStored, writeStored } from '../../../shared/storage/stored-value';

export const pointerModes = ['mouse', 'trackpad'] as const;
export type PointerMode = (typeof pointerModes)[number];

const key = 'instaflow.builder.pointer-mode';
const useStore = create<{ mode: PointerMode }>()(() => ({
  mode: readStored(key) === 'trackpad' ? 'trackpad' : 'mouse',
}));

/** What the canvas is moved with; remembered in this browser. */
export function usePointerMode(): PointerMode {
  return useStore((state) => state.mode);
}

/** Changes it. */
export function setPointerMode(mode: PointerMode): void {
  useStore.setState({ mode });
  writeStored(key, mode);
}

/** The same for code outside of components. */
export function getPointerMode(): PointerMode {
  return useStore.getState().mode;
}

/**
 * Mouse: the wheel zooms, dragging the canvas moves it, with Shift it selects. Trackpad: two fingers move the canvas,
 * pinching (which browsers report as the wheel with Ctrl) zooms, dragging selects.
 */
export const pointerProps: Record<
  PointerMode,
  { panOnScroll?: boolean; selectionOnDrag?: boolean; panOnDrag?: number[] }
> = {
  mouse: {},
  trackpad: { panOnScroll: true, selectionOnDrag: true, panOnDrag: [1, 2] },
};

import { createContext, useContext } from 'react';

/** How much can be read: nothing (far), cards but no small print on connections (middle), or all (near). */
export type ZoomLevel = 'far' | 'middle' | 'near';

/**
 * How steps show themselves: as a card, as a box of their colour where nothing on a card could be read, or not at all
 * because all of the flow is one picture.
 */
export type StepLook = 'card' | 'box' | 'pictured';

export function findZoomLevel(zoom: number): ZoomLevel {
  if (zoom < 0.35) return 'far';
  return zoom < 0.5 ? 'middle' : 'near';
}

/**
 * Told to steps and connections from above: were each of them to look at the viewport itself, a thousand would be asked
 * with every frame of a move. Two, so that cards are left alone where only connections change.
 */
export const ZoomLevelContext = createContext<ZoomLevel>('near');
export const StepLookContext = createContext<StepLook>('card');

export const useZoomLevel = (): ZoomLevel => useContext(ZoomLevelContext);
export const useStepLook = (): StepLook => useContext(StepLookContext);

import { createContext, useContext } from 'react';

/**
 * How much of a step can be read: nothing (far), its card but no small print on connections (middle), or all (near).
 * `pictured`: far, and all of the flow is one picture, in which steps and connections need not draw themselves.
 */
export type ZoomLevel = 'pictured' | 'far' | 'middle' | 'near';

export function findZoomLevel(zoom: number): Exclude<ZoomLevel, 'pictured'> {
  if (zoom < 0.35) return 'far';
  return zoom < 0.5 ? 'middle' : 'near';
}

/**
 * Told to cards and connections from above: were each of them to look at the viewport itself, a thousand would be asked
 * with every frame of a move.
 */
export const ZoomLevelContext = createContext<ZoomLevel>('near');

export const useZoomLevel = (): ZoomLevel => useContext(ZoomLevelContext);

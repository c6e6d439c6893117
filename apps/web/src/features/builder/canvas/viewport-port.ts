import type { Position } from './position';

/** What the rest of the builder may ask of the canvas while it is shown. Positions are those of the flow. */
export type ViewportPort = {
  fit: (nodeIds?: string[]) => void;
  resetZoom: () => void;
  /** Where a new step goes when nobody pointed: the pointer if it is over the canvas, else the middle of the view. */
  dropPosition: () => Position;
  toFlowPosition: (screen: Position) => Position;
  /** Whether a point of the screen is on the canvas. */
  contains: (screen: Position) => boolean;
};

export type ViewportHolder = { get: () => ViewportPort | null; set: (port: ViewportPort | null) => void };

/** Where the canvas leaves its port while it is mounted. */
export function createViewportHolder(): ViewportHolder {
  let current: ViewportPort | null = null;
  return {
    get: () => current,
    set: (port) => {
      current = port;
    },
  };
}

type Box = { position: { x: number; y: number }; width?: number; height?: number };

/** Multiples of the grid, so that dragging a frame keeps its steps on it. */
const padding = 32;
const headerRoom = 64;

/** The card of a folded group, in canvas units. */
export const foldedSize = { width: 280, height: 96 };

/** The frame around steps: some room on every side, and more on top for the name. */
export function findFrame(boxes: readonly Box[]): { x: number; y: number; width: number; height: number } {
  const left = Math.min(...boxes.map(({ position }) => position.x)) - padding;
  const top = Math.min(...boxes.map(({ position }) => position.y)) - headerRoom;
  const right = Math.max(...boxes.map(({ position, width = 0 }) => position.x + width)) + padding;
  const bottom = Math.max(...boxes.map(({ position, height = 0 }) => position.y + height)) + padding;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

import type { Position } from '../../canvas/position';
import { createThrottle, type Schedule } from './create-throttle';

const everyMs = 100;
/** The server takes no position further out, in units of the canvas; nobody draws there. */
const furthest = 1e6;

/** Tells others where the pointer of this window stands. */
export type PointerTeller = {
  /** The pointer is at a point of the screen; null: not on the canvas. */
  moveTo: (screen: Position | null) => void;
  /** The canvas was moved or zoomed under the pointer. */
  moveCanvas: () => void;
  /** `isHeard`: others are still there, and take the pointer away. */
  stop: (options: { isHeard: boolean }) => void;
};

/**
 * Says at most every 100 ms where the pointer is, and only when that has changed. Where on the flow that is, is worked
 * out when it is said: a mouse reports far more often, and every answer of `toFlow` measures the page.
 */
export function createPointerTeller({
  toFlow,
  say,
  ...timing
}: {
  toFlow: (screen: Position) => Position;
  say: (position: Position | null) => void;
  nowMs: () => number;
  schedule: Schedule;
}): PointerTeller {
  let screen: Position | null = null;
  let said: Position | null = null;
  const tell = () => {
    const position = screen && toSayable(toFlow(screen));
    if (position?.x === said?.x && position?.y === said?.y) return;
    said = position;
    say(position);
  };
  const throttle = createThrottle({ ...timing, everyMs, act: tell });
  return {
    moveTo: (next) => {
      if (next === null && screen === null) return;
      screen = next;
      throttle.ask();
    },
    moveCanvas: () => {
      if (screen) throttle.ask();
    },
    stop: ({ isHeard }) => {
      throttle.cancel();
      screen = null;
      if (isHeard) tell();
    },
  };
}

/** A tenth of a unit is a fifth of a pixel at the most that one can zoom in. Null when it is too far out. */
function toSayable({ x, y }: Position): Position | null {
  const isNear = Math.abs(x) <= furthest && Math.abs(y) <= furthest;
  return isNear ? { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 } : null;
}

import type { Position } from './position';

export type View = Position & { zoom: number };
type Size = { width: number; height: number };

const margin = 24;
/** Beside a card is the plus of its outlets, which belongs to what one wants to see. */
const marginRight = 56;
const readableZoom = 0.6;

/**
 * The viewport that shows a card at a zoom at which it can be read, with the least movement, so that what one was about
 * to press stays where it is as far as possible. Null when the card is wholly in view already. A card that is larger
 * than the view shows its upper left.
 */
export function revealBox({
  box,
  view,
  size,
}: {
  box: Position & Size;
  view: View;
  size: Size;
}): View | null {
  if (view.zoom < readableZoom) return centre({ box, size });
  const left = box.x * view.zoom + view.x;
  const top = box.y * view.zoom + view.y;
  const shiftX = shiftInto({
    start: left,
    end: left + box.width * view.zoom,
    from: margin,
    to: size.width - marginRight,
  });
  const shiftY = shiftInto({
    start: top,
    end: top + box.height * view.zoom,
    from: margin,
    to: size.height - margin,
  });
  if (shiftX === 0 && shiftY === 0) return null;
  return { x: view.x + shiftX, y: view.y + shiftY, zoom: view.zoom };
}

function shiftInto({ start, end, from, to }: Record<'start' | 'end' | 'from' | 'to', number>): number {
  const isTooLarge = end - start > to - from;
  if (start < from || isTooLarge) return from - start;
  return Math.min(0, to - end);
}

function centre({ box, size }: { box: Position & Size; size: Size }): View {
  const zoom = readableZoom;
  const height = Math.min(box.height, size.height / zoom - 2 * margin);
  return {
    x: size.width / 2 - (box.x + box.width / 2) * zoom,
    y: size.height / 2 - (box.y + height / 2) * zoom,
    zoom,
  };
}

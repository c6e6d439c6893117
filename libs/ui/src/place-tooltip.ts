export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';
type Size = { width: number; height: number };
type Box = Size & { left: number; top: number };

const gap = 6;
const edge = 8;
const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;

/**
 * Where a tooltip goes, in pixels of the window: beside its trigger on the wanted side, on the opposite one where there
 * is no room, and never over the edge of the window.
 */
export function placeTooltip({
  trigger,
  tip,
  window,
  side,
}: {
  trigger: Box;
  tip: Size;
  window: Size;
  side: TooltipSide;
}): { left: number; top: number } {
  const onSide = (wanted: TooltipSide) => {
    const left = trigger.left + (trigger.width - tip.width) / 2;
    const top = trigger.top + (trigger.height - tip.height) / 2;
    switch (wanted) {
      case 'top':
        return { left, top: trigger.top - gap - tip.height };
      case 'bottom':
        return { left, top: trigger.top + trigger.height + gap };
      case 'left':
        return { left: trigger.left - gap - tip.width, top };
      case 'right':
        return { left: trigger.left + trigger.width + gap, top };
    }
  };
  const hasRoom = ({ left, top }: { left: number; top: number }) =>
    side === 'top' || side === 'bottom'
      ? top >= edge && top + tip.height <= window.height - edge
      : left >= edge && left + tip.width <= window.width - edge;
  const wanted = onSide(side);
  const place = hasRoom(wanted) ? wanted : onSide(opposite[side]);
  return {
    left: clamp(place.left, edge, window.width - edge - tip.width),
    top: clamp(place.top, edge, window.height - edge - tip.height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

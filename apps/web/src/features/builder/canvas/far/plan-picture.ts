export type Area = { x: number; y: number; width: number; height: number };
/** What of the flow a picture shows, in the canvas' own units, and how many pixels of the screen one of these was. */
export type Picture = { area: Area; zoom: number };

/** What can be seen of the canvas, and what there is to be seen; null when the flow is empty. */
export type Sight = { view: Area; zoom: number; content: Area | null };

/** How much further than the view a picture reaches on each side, as a part of the view: moves within it cost nothing. */
const margin = 0.25;
/** A picture is shown larger or smaller than it was drawn by no more than this. */
const mostStretch = 2;

/** What a picture for this sight shows: the flow, as far as it lies in or near the view. */
export function planPicture({ view, zoom, content }: Sight): Picture | null {
  if (content === null) return null;
  const around = {
    x: view.x - view.width * margin,
    y: view.y - view.height * margin,
    width: view.width * (1 + 2 * margin),
    height: view.height * (1 + 2 * margin),
  };
  const area = intersect(around, content);
  return area && { area, zoom };
}

/**
 * Whether a picture still does: `no` when part of the flow is missing in it or it is too coarse, `later` when it is only
 * stretched a little, which while zooming is good enough.
 */
export function isPictureGood(
  picture: Picture | null,
  { view, zoom, content }: Sight,
): 'yes' | 'later' | 'no' {
  const needed = content && intersect(view, content);
  if (needed === null) return 'yes';
  if (picture === null || !contains(picture.area, needed)) return 'no';
  const stretch = zoom / picture.zoom;
  if (stretch > mostStretch || stretch < 1 / mostStretch) return 'no';
  return stretch === 1 ? 'yes' : 'later';
}

/** What two areas share; null when that is nothing. */
export function intersect(one: Area, other: Area): Area | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function contains(outer: Area, inner: Area): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

import { applyPalette, quantize } from 'gifenc';
import { pickPixels } from './diff-pixels';

/** Colours of a frame: one of the 256 of a GIF's table is the transparent one. */
const mostColors = 255;
/** How many of them are kept exactly: the surfaces and the text of the screen. */
const mostKept = 64;
/** With more colours than this there is a photograph, which takes seconds to be rounded finely, and nobody sees it. */
const mostFine = 4_096;
/** Without the opacity, which is the same everywhere: a number of 31 bits is found many times faster in a map. */
const rgbMask = 0xffffff;

export type ColoredPixels = { palette: number[][]; indexes: Uint8Array };

/**
 * A table of colours for pixels, and where each of them stands in it. The most frequent colours stay exactly as they
 * are: a surface that is rounded a little differently in every frame would show the edges of what was there before.
 */
export function chooseColors(rgba: Uint8Array<ArrayBuffer>): ColoredPixels {
  const pixels = new Uint32Array(rgba.buffer);
  const counts = countColors(pixels);
  const kept = listFrequent(counts);
  const { indexes, others } = placeKept(pixels, kept);
  const palette = kept.map(toRgb);
  if (others.length === 0) return { palette, indexes };
  const rest = new Uint8Array(pickPixels(pixels, others).buffer);
  const format = counts.size > mostFine ? 'rgb444' : 'rgb565';
  const rounded = quantize(rest, mostColors - kept.length, { format });
  const found = applyPalette(rest, rounded, format);
  for (let index = 0; index < others.length; index += 1) {
    indexes[others[index] ?? 0] = kept.length + (found[index] ?? 0);
  }
  return { palette: [...palette, ...rounded], indexes };
}

function countColors(pixels: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pixel of pixels) {
    const color = pixel & rgbMask;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return counts;
}

/** All colours where the table has room for them, else the most frequent ones. */
function listFrequent(counts: ReadonlyMap<number, number>): number[] {
  if (counts.size <= mostColors) return [...counts.keys()];
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostKept)
    .map(([color]) => color);
}

/** The pixels whose colour is kept have their place; the `others` are still to be rounded. */
function placeKept(
  pixels: Uint32Array,
  kept: readonly number[],
): { indexes: Uint8Array; others: Uint32Array } {
  const placeOf = new Map(kept.map((color, place) => [color, place]));
  const indexes = new Uint8Array(pixels.length);
  const others = new Uint32Array(pixels.length);
  let count = 0;
  for (let at = 0; at < pixels.length; at += 1) {
    const place = placeOf.get((pixels[at] ?? 0) & rgbMask);
    if (place === undefined) {
      others[count] = at;
      count += 1;
    } else indexes[at] = place;
  }
  return { indexes, others: others.subarray(0, count) };
}

/** Little endian, as canvases are everywhere they run. */
function toRgb(color: number): number[] {
  return [color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff];
}

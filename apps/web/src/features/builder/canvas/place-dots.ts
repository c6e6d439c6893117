/** Pixels between two dots before the layer is scaled. */
export const dotGap = 24;
/** The layer is never scaled by less than this, and by less than twice as much. */
export const minDotScale = 0.75;

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/**
 * Where the layer of dots lies for a viewport: moved by less than one gap, since the pattern repeats, and scaled by the
 * zoom without its powers of two, so that dots neither crowd nor thin out.
 */
export function placeDots({ x, y, zoom }: { x: number; y: number; zoom: number }): {
  x: number;
  y: number;
  scale: number;
} {
  const scale = zoom / 2 ** Math.floor(Math.log2(zoom / minDotScale));
  const gap = dotGap * scale;
  return { x: modulo(x, gap) - gap, y: modulo(y, gap) - gap, scale };
}

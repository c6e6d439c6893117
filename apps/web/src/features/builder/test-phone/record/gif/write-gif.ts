import { GIFEncoder } from 'gifenc';
import { chooseColors } from './choose-colors';
import { diffPixels } from './diff-pixels';

/** The last place of the table, for what has not changed. */
const unchangedIndex = 255;

/** A GIF that is written picture by picture. Only what changes is written, with a table of colours of its own. */
export function createGif({ width, height }: { width: number; height: number }) {
  const encoder = GIFEncoder();
  let before: Uint32Array | null = null;
  return {
    /** `rgba` is kept for the comparison with the next one. */
    add: (rgba: Uint8ClampedArray<ArrayBuffer>, delayMs: number): void => {
      const pixels = new Uint32Array(rgba.buffer);
      const { places, rgba: changed } = diffPixels(before, pixels);
      const { palette, indexes } = chooseColors(changed);
      const frame = new Uint8Array(width * height).fill(unchangedIndex);
      places.forEach((place, at) => {
        frame[place] = indexes[at] ?? unchangedIndex;
      });
      encoder.writeFrame(frame, width, height, {
        palette: fillTable(palette),
        delay: delayMs,
        transparent: before !== null,
        transparentIndex: unchangedIndex,
        dispose: 1,
      });
      before = pixels;
    },
    /** How much is written so far, in bytes. */
    size: () => encoder.bytesView().length,
    finish: (): Uint8Array<ArrayBuffer> => {
      encoder.finish();
      return encoder.bytes();
    },
  };
}

function fillTable(palette: readonly number[][]): number[][] {
  return Array.from({ length: unchangedIndex + 1 }, (_, index) => palette[index] ?? [0, 0, 0]);
}

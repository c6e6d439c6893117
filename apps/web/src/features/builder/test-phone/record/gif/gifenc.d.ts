/** The part of gifenc 1.0.3 that is used; the package has no types of its own. */
declare module 'gifenc' {
  export type Palette = number[][];
  export type FrameOptions = {
    palette: Palette;
    /** Milliseconds; kept in hundredths of a second. */
    delay: number;
    transparent?: boolean;
    transparentIndex?: number;
    /** 1 keeps what is there below the next frame. */
    dispose?: number;
  };
  export function GIFEncoder(): {
    writeFrame: (index: Uint8Array, width: number, height: number, options: FrameOptions) => void;
    finish: () => void;
    bytes: () => Uint8Array<ArrayBuffer>;
    bytesView: () => Uint8Array<ArrayBuffer>;
  };
  /** How finely colours are told apart. */
  export type ColorFormat = 'rgb565' | 'rgb444';
  export function quantize(
    rgba: Uint8ClampedArray | Uint8Array,
    mostColors: number,
    options: { format: ColorFormat },
  ): Palette;
  export function applyPalette(
    rgba: Uint8ClampedArray | Uint8Array,
    palette: Palette,
    format: ColorFormat,
  ): Uint8Array;
}

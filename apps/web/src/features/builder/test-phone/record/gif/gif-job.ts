import type { Picture } from '../pictures/draw-pictures';

/** What the worker is given: the pictures, and their size in pixels. */
export type GifJob = { pictures: readonly Picture[]; width: number; height: number };

/** What it tells: how far it is, from 0 to 1, whether it makes it anew with fewer pixels, and in the end the file. */
export type GifNews =
  | { kind: 'progress'; share: number; isSmaller: boolean }
  | { kind: 'done'; gif: Uint8Array<ArrayBuffer>; width: number; height: number }
  | { kind: 'failed'; message: string };

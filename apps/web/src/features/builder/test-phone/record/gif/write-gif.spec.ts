import { chooseColors } from './choose-colors';
import { diffPixels } from './diff-pixels';
import { createGif } from './write-gif';

const width = 8;
const height = 4;
const paint = (color: readonly [number, number, number], places: readonly number[] = []) => {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const place of places) rgba.set([...color, 255], place * 4);
  return rgba;
};

/** Graphic control extensions: how each frame is shown, and for how long. */
const listControls = (bytes: Buffer): Buffer[] => {
  const mark = Buffer.of(0x21, 0xf9, 0x04);
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) {
    found.push(bytes.subarray(at + 3, at + 7));
  }
  return found;
};

describe('pixels', () => {
  it('are all new at first, and afterwards only where they differ', () => {
    const one = new Uint32Array(paint([1, 2, 3], [0]).buffer);
    const two = new Uint32Array(paint([1, 2, 3], [0, 5]).buffer);
    expect(diffPixels(null, one).places).toHaveLength(width * height);
    expect(diffPixels(one, two)).toEqual({
      places: Uint32Array.of(5),
      rgba: Uint8Array.of(1, 2, 3, 255),
    });
    expect(diffPixels(two, two).places).toHaveLength(0);
  });
});

describe('colours', () => {
  const pixelsOf = (colors: readonly number[]) => new Uint8Array(Uint32Array.from(colors).buffer);
  const opaque = (rgb: number) => (rgb | 0xff000000) >>> 0;

  it('stay exactly as they are where the table has room for all', () => {
    const colors = [0x102030, 0x0a0b0c, 0x102030].map(opaque);
    expect(chooseColors(pixelsOf(colors))).toEqual({
      palette: [
        [0x30, 0x20, 0x10],
        [0x0c, 0x0b, 0x0a],
      ],
      indexes: Uint8Array.of(0, 1, 0),
    });
    expect(chooseColors(pixelsOf([]))).toEqual({ palette: [], indexes: new Uint8Array() });
  });

  it('of surfaces stay exactly as they are beside a photograph', () => {
    const surface = opaque(0x171413);
    const photograph = Array.from({ length: 5_000 }, (_, at) => opaque((at * 3_301) % 0xffffff));
    const { palette, indexes } = chooseColors(pixelsOf([surface, ...photograph, surface]));
    expect(palette.length).toBeLessThanOrEqual(255);
    expect(palette[indexes[0] ?? -1]).toEqual([0x13, 0x14, 0x17]);
    expect(indexes.at(-1)).toBe(indexes[0]);
    expect(Math.max(...indexes)).toBeLessThan(palette.length);
  });
});

describe('a GIF', () => {
  it('has its size, its delays in hundredths of a second, and begins anew for ever', () => {
    const gif = createGif({ width, height });
    gif.add(paint([200, 0, 0], [3]), 900);
    gif.add(paint([0, 0, 200], [3, 4]), 200);
    gif.add(paint([0, 0, 200], [3, 4]), 2_700);
    const bytes = Buffer.from(gif.finish());
    expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a');
    expect([bytes.readUInt16LE(6), bytes.readUInt16LE(8)]).toEqual([width, height]);
    expect(bytes.includes(Buffer.from('NETSCAPE2.0\x03\x01\x00\x00\x00', 'latin1'))).toBe(true);
    expect(bytes.at(-1)).toBe(0x3b);
    const controls = listControls(bytes);
    expect(controls.map((control) => control.readUInt16LE(1))).toEqual([90, 20, 270]);
    // What is there stays; only later frames have a transparent colour.
    expect(controls.map((control) => control[0])).toEqual([0b100, 0b101, 0b101]);
  });
});

/** Where a picture differs from the one before it, as indexes of pixels, and what is there, as RGBA. */
export type ChangedPixels = { places: Uint32Array; rgba: Uint8Array<ArrayBuffer> };

/** Both as one 32-bit number for each pixel; everything has changed where there was nothing before. */
export function diffPixels(before: Uint32Array | null, after: Uint32Array): ChangedPixels {
  const places = new Uint32Array(after.length);
  let count = 0;
  for (let place = 0; place < after.length; place += 1) {
    if (before === null || before[place] !== after[place]) {
      places[count] = place;
      count += 1;
    }
  }
  const found = places.subarray(0, count);
  const colors = pickPixels(after, found);
  return { places: found, rgba: new Uint8Array(colors.buffer) };
}

/** The pixels at some places, in their order. A loop: `from` takes ten times as long for a million of them. */
export function pickPixels(pixels: Uint32Array, places: Uint32Array): Uint32Array<ArrayBuffer> {
  const picked = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at += 1) picked[at] = pixels[places[at] ?? 0] ?? 0;
  return picked;
}

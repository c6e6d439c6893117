/**
 * Whether a font file is needed for a text: its `unicode-range` (CSS Fonts 4) has one of the letters. A range that says
 * nothing is for everything.
 */
export function coversText(unicodeRange: string, letters: ReadonlySet<number>): boolean {
  const ranges = unicodeRange
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readRange);
  if (ranges.length === 0) return true;
  return [...letters].some((letter) => ranges.some(([first, last]) => letter >= first && letter <= last));
}

/** `U+41`, `U+41-5A` or `U+4??`, both ends included. */
function readRange(range: string): readonly [number, number] {
  const [first = '', last = first] = range.replace(/^u\+/i, '').split('-');
  return [parseInt(first.replaceAll('?', '0'), 16), parseInt(last.replaceAll('?', 'f'), 16)];
}

/** Strings are matched first so that digits inside them stay untouched. */
const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;
const mayHoldLongInteger = /[:[,]\s*-?\d{16,}/;

/**
 * `JSON.parse` that turns integers of 16 and more digits into strings: Instagram ids are larger than what a JS
 * number holds exactly. Throws SyntaxError like `JSON.parse`.
 */
export const parseJson = (text: string): unknown =>
  JSON.parse(
    mayHoldLongInteger.test(text)
      ? text.replace(stringOrLongInteger, (match) => (match.startsWith('"') ? match : `"${match}"`))
      : text,
  );

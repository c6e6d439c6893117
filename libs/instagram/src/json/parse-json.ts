/**
 * Strings and whole numbers, so that digits inside a string or behind a decimal point stay untouched. A string may lack its
 * end: else every quote of a broken text would be tried anew, in quadratic time.
 */
const stringOrNumber = /"[^"\\]*(?:\\[^]?[^"\\]*)*(?:"|$)|-?\d+(?:\.\d*)?(?:[eE][+-]?\d*)?/g;
const longInteger = /^-?\d{16,}$/;
const mayHoldLongInteger = /[:[,]\s*-?\d{16,}/;

/**
 * `JSON.parse` that turns integers of 16 and more digits into strings: Instagram ids are larger than what a JS
 * number holds exactly. Throws SyntaxError like `JSON.parse`.
 */
export const parseJson = (text: string): unknown =>
  JSON.parse(
    mayHoldLongInteger.test(text)
      ? text.replace(stringOrNumber, (match) => (longInteger.test(match) ? `"${match}"` : match))
      : text,
  );

const lead = '[\uD800-\uDBFF]';
const trail = '[\uDC00-\uDFFF]';
const badCharacter = `${String.fromCharCode(0)}|${lead}(?!${trail})|(?<!${lead})${trail}`;
const needsCleaning = new RegExp(badCharacter);
const everyBadCharacter = new RegExp(badCharacter, 'g');

/**
 * Takes NUL and lone surrogates out of every text of a JSON value (PostgreSQL's jsonb refuses them). Answers the
 * same object when there is nothing to clean. Depth must have been checked before.
 */
export function cleanText(value: unknown): unknown {
  if (typeof value === 'string') {
    return needsCleaning.test(value) ? value.replaceAll(everyBadCharacter, '') : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const cleaned = entries.map(([key, child]): [string, unknown] => [
    String(cleanText(key)),
    cleanText(child),
  ]);
  const isClean = cleaned.every(([key, child], index) => {
    const entry = entries[index];
    return entry !== undefined && entry[0] === key && entry[1] === child;
  });
  if (isClean) return value;
  return Array.isArray(value) ? cleaned.map(([, child]) => child) : Object.fromEntries(cleaned);
}

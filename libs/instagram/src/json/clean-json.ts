import type { JsonObject, JsonValue } from './json-value';

/** Deeper structures than this come from no platform; they are cut off so that no later recursion can overflow. */
const maxDepth = 24;

/** What PostgreSQL's jsonb and text refuse: NUL and halves of surrogate pairs. */
const suspicious = /[\0\uD800-\uDFFF]/;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Takes NUL characters out and replaces halves of surrogate pairs by U+FFFD. */
export const cleanText = (text: string): string =>
  suspicious.test(text) ? text.replaceAll('\0', '').replace(loneSurrogate, '\uFFFD') : text;

/**
 * A copy of anything `JSON.parse` can return, safe to store: strings cleaned, depth bounded (deeper parts become
 * null), no `__proto__` keys, non-finite numbers and foreign types null.
 */
export const cleanJson = (value: unknown, depth = 0): JsonValue => {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || depth >= maxDepth) return null;
  return Array.isArray(value) ? value.map((item) => cleanJson(item, depth + 1)) : cleanObject(value, depth);
};

const cleanObject = (value: object, depth: number): JsonObject => {
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (key !== '__proto__') result[cleanText(key)] = cleanJson(item, depth + 1);
  }
  return result;
};

import type { JsonValue } from '../json-value';

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const maxSegments = 32;
const segment = /^(?:\.?([^.[\]"'\s][^.[\]"']*)|\[(\d{1,9})\]|\["([^"]*)"\]|\['([^']*)'\])/;

/**
 * The segments of a path into a JSON answer: `data.items[0].name`, `data["full name"]`; `$` or nothing is the whole
 * answer. Null when it is no such path, or reaches for the prototype.
 */
export function parseResponsePath(path: string): string[] | null {
  let rest = path.trim().replace(/^\$\.?/, '');
  const segments: string[] = [];
  while (rest !== '') {
    const match = segment.exec(rest);
    const name = match
      ?.slice(1)
      .find((part) => part !== undefined)
      ?.trim();
    if (!match || name === undefined || forbidden.has(name)) return null;
    segments.push(name);
    rest = rest.slice(match[0].length);
  }
  return segments.length <= maxSegments ? segments : null;
}

/** The value at a path; null when nothing is there or the path is none. Only own properties are reached. */
export function readResponsePath(answer: JsonValue, path: string): JsonValue {
  let value = answer;
  for (const name of parseResponsePath(path) ?? [undefined]) {
    if (name === undefined || typeof value !== 'object' || value === null) return null;
    if (!Object.hasOwn(value, name)) return null;
    value = Array.isArray(value) ? (value[Number(name)] ?? null) : (value[name] ?? null);
  }
  return value;
}

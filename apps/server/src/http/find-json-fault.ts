/** Deeper documents are made to break parsers, not to say something. */
const maxDepth = 100;
const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype']);
// eslint-disable-next-line no-control-regex -- U+0000 is exactly what PostgreSQL cannot store
const unstorable = /\u0000|\p{Surrogate}/u;

/**
 * Why a parsed JSON value must not go further: nested too deep, keys that reach into prototypes, characters
 * PostgreSQL cannot store (U+0000, half of a surrogate pair). Null when it is fine. Works without recursion.
 */
export function findJsonFault(value: unknown): string | null {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return `is nested deeper than ${maxDepth} levels`;
    const next: unknown[] = [];
    for (const item of level) {
      const fault = inspect(item, next);
      if (fault !== null) return fault;
    }
    level = next;
  }
  return null;
}

function inspect(item: unknown, next: unknown[]): string | null {
  if (typeof item === 'string') return faultOfText(item);
  if (typeof item !== 'object' || item === null) return null;
  if (Array.isArray(item)) {
    for (const entry of item) next.push(entry);
    return null;
  }
  for (const [key, entry] of Object.entries(item)) {
    if (dangerousKeys.has(key)) return `contains the key "${key}"`;
    const fault = faultOfText(key);
    if (fault !== null) return fault;
    next.push(entry);
  }
  return null;
}

function faultOfText(text: string): string | null {
  return unstorable.test(text) ? 'contains characters that cannot be stored' : null;
}

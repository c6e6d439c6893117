import { flowLimits } from './limits';

export type JsonFinding = { code: string; message: string } | null;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Walks an unknown value without recursion and tells why it may not become a document: too large, too deep,
 * not JSON, or a key that reaches for the prototype. Null when it may.
 */
export function checkJson(root: unknown): JsonFinding {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let bytes = 0;
  let values = 0;
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { value, depth } = entry;
    values += 1;
    bytes += sizeOf(value);
    const finding = checkEntry({ value, depth, bytes, values });
    if (finding) return finding;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) {
        return { code: 'forbidden_key', message: `Remove the field "${key}": that name is not allowed.` };
      }
      bytes += Array.isArray(value) ? 1 : key.length + 4;
      stack.push({ value: child, depth: depth + 1 });
    }
  }
  return null;
}

function checkEntry({
  value,
  depth,
  bytes,
  values,
}: {
  value: unknown;
  depth: number;
  bytes: number;
  values: number;
}): JsonFinding {
  if (bytes > flowLimits.bytes || values > flowLimits.values) {
    return { code: 'document_too_large', message: 'Split this flow: a flow may be 2 MB at most.' };
  }
  if (depth > flowLimits.depth) {
    return { code: 'document_too_deep', message: 'Flatten this flow: its fields are nested too deeply.' };
  }
  const isJson =
    value === null ||
    value === undefined ||
    ['string', 'boolean', 'object'].includes(typeof value) ||
    Number.isFinite(value);
  return isJson ? null : { code: 'not_json', message: 'A flow may only hold JSON values.' };
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  return typeof value === 'number' ? 8 : 4;
}

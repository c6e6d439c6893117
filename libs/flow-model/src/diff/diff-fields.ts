import type { JsonValue } from '../json-value';
import { jsonValueSchema } from '../json-value';
import { isEqual, isRecord } from '../merge/merge-value';

/** One field that differs; undefined stands for "not there". Lists are compared as wholes. */
export type FieldChange = { path: string[]; before: JsonValue | undefined; after: JsonValue | undefined };

/** The fields in which two objects differ, down to the innermost. */
export function diffFields(before: unknown, after: unknown, path: string[] = []): FieldChange[] {
  // A field that is empty and one that is missing say the same.
  if (isEqual(before ?? null, after ?? null)) return [];
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => diffFields(before[key], after[key], [...path, key]));
  }
  return [{ path, before: toJson(before), after: toJson(after) }];
}

function toJson(value: unknown): JsonValue | undefined {
  if (value === undefined) return undefined;
  const plain: unknown = JSON.parse(JSON.stringify(value));
  return jsonValueSchema.parse(plain);
}

import { jsonValueSchema, type JsonValue } from '../json-value';
import { checkJson } from './check-json';
import { cleanText } from './clean-text';

/**
 * A JSON value of somebody else as we may keep it: not too deep, no keys that reach for the prototype, no characters
 * that jsonb refuses, and no longer than `maxLength` as JSON (a longer text is cut). Undefined when it may not be kept.
 */
export function readJson(value: unknown, { maxLength }: { maxLength: number }): JsonValue | undefined {
  if (checkJson(value) !== null) return undefined;
  const parsed = jsonValueSchema.safeParse(cleanText(value));
  if (!parsed.success) return undefined;
  if (typeof parsed.data === 'string')
    return jsonValueSchema.parse(cleanText(parsed.data.slice(0, maxLength)));
  return JSON.stringify(parsed.data).length <= maxLength ? parsed.data : undefined;
}

import { isJsonObject, type JsonObject, type JsonValue } from './json-value';

type Field = JsonValue | undefined;

/** The object at `key`, or null. */
export const readObject = (from: JsonObject | null, key: string): JsonObject | null => {
  const value = from?.[key];
  return isJsonObject(value) ? value : null;
};

/** The array at `key`, or an empty one. */
export const readArray = (from: JsonObject | null, key: string): JsonValue[] => {
  const value = from?.[key];
  return Array.isArray(value) ? value : [];
};

/** The string at `key`, or null. */
export const readText = (from: JsonObject | null, key: string): string | null => {
  const value = from?.[key];
  return typeof value === 'string' ? value : null;
};

const idOf = (value: Field): string | null => {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
};

/** An id at `key` as text (a number is accepted when it is exact); empty or missing is null. */
export const readId = (from: JsonObject | null, key: string): string | null => idOf(from?.[key]);

/** A number at `key`, also when it is written as a string; null when it is none. */
export const readNumber = (from: JsonObject | null, key: string): number | null => {
  const value = from?.[key];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : null;
};

/** Whether `key` holds `true`. */
export const readFlag = (from: JsonObject | null, key: string): boolean => from?.[key] === true;

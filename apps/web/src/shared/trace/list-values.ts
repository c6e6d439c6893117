import { isJsonRecord } from './is-json-record';

export type ShownValue = { name: string; text: string };

/** Said elsewhere in a step: what it waits for beside its outcome, its branch on a line of its own, a hold beside the message. */
const saidElsewhere: ReadonlySet<string> = new Set(['waitingFor', 'branch', 'flowVersionId', 'heldUntil']);

/** The values of a step one by one; values inside `saved` by their own names. */
export function listValues(detail: Readonly<Record<string, unknown>>): ShownValue[] {
  return Object.entries(detail).flatMap(([name, value]): ShownValue[] => {
    if (saidElsewhere.has(name) || value === null || value === undefined) return [];
    if (name === 'saved' && isJsonRecord(value)) return listValues(value);
    return [{ name, text: textOf(value) }];
  });
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const isWordList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isWordList ? value.join(', ') : JSON.stringify(value);
}

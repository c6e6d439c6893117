import { isJsonRecord } from './is-json-record';

export type ShownValue = { name: string; text: string };

/** Said elsewhere in a step: what it waits for stands beside its outcome, its branch on a line of its own. */
const saidElsewhere: ReadonlySet<string> = new Set(['waitingFor', 'branch', 'flowVersionId']);

/** The values of a step one by one; values inside `saved` by their own names. */
export function listValues(detail: Readonly<Record<string, unknown>>): ShownValue[] {
  return Object.entries(detail).flatMap(([name, value]): ShownValue[] => {
    if (saidElsewhere.has(name) || value === null || value === undefined) return [];
    if (name === 'saved' && isJsonRecord(value)) return listValues(value);
    return [{ name, text: typeof value === 'string' ? value : JSON.stringify(value) }];
  });
}

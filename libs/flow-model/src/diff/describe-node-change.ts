import { buttonPayload, buttonSchema, type Button } from '../kinds/button';
import type { JsonValue } from '../json-value';
import type { EdgeChange } from './diff-edges';
import type { FieldChange } from './diff-fields';

/** One line of a list of changes, ready to be put into words. */
export type ChangeWords =
  | { key: 'renamed'; values: { before: string; after: string } }
  | { key: 'kindChanged'; values: { before: string; after: string } }
  | { key: 'textChanged'; values: { field: string; before: string; after: string } }
  | { key: 'buttonAdded' | 'buttonRemoved'; values: { button: string } }
  | { key: 'buttonChanged'; values: { before: string; after: string } }
  | { key: 'fieldSet' | 'fieldCleared' | 'fieldChanged'; values: { field: string } }
  | { key: 'connected'; values: { outlet: string; target: string } }
  | { key: 'disconnected'; values: { outlet: string; target: string } }
  | { key: 'reconnected'; values: { outlet: string; before: string; after: string } }
  | { key: 'reordered' | 'switchedOff' | 'switchedOn'; values: Record<string, never> };

/** What happened to a node, its own fields first. */
export function describeNodeChange({
  fields,
  edges,
}: {
  fields: readonly FieldChange[];
  edges: readonly EdgeChange[];
}): ChangeWords[] {
  return [...fields.flatMap(describeField), ...edges.map(describeEdge)];
}

function describeField({ path, before, after }: FieldChange): ChangeWords[] {
  const field = path.join('.');
  if (field === 'name') return [{ key: 'renamed', values: { before: toText(before), after: toText(after) } }];
  if (field === 'type')
    return [{ key: 'kindChanged', values: { before: toText(before), after: toText(after) } }];
  if (field === 'isDisabled') return [{ key: after === true ? 'switchedOff' : 'switchedOn', values: {} }];
  if (path.at(-1) === 'buttons') return describeButtons(before, after);
  if (typeof before === 'string' && typeof after === 'string') {
    return [{ key: 'textChanged', values: { field, before, after } }];
  }
  const isSet = isNothing(before);
  return [
    { key: isSet ? 'fieldSet' : isNothing(after) ? 'fieldCleared' : 'fieldChanged', values: { field } },
  ];
}

function describeButtons(before: JsonValue | undefined, after: JsonValue | undefined): ChangeWords[] {
  const old = new Map(toButtons(before).map((button) => [buttonPayload(button), button]));
  const current = new Map(toButtons(after).map((button) => [buttonPayload(button), button]));
  const words: ChangeWords[] = [];
  for (const [payload, button] of current) {
    const was = old.get(payload);
    if (!was) words.push({ key: 'buttonAdded', values: { button: button.text } });
    else if (was.text !== button.text) {
      words.push({ key: 'buttonChanged', values: { before: was.text, after: button.text } });
    }
  }
  for (const [payload, button] of old) {
    if (!current.has(payload)) words.push({ key: 'buttonRemoved', values: { button: button.text } });
  }
  return words.length > 0 ? words : [{ key: 'fieldChanged', values: { field: 'buttons' } }];
}

function toButtons(value: JsonValue | undefined): Button[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    const parsed = buttonSchema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

function describeEdge({ key, outlet, before, after }: EdgeChange): ChangeWords {
  if (key === 'order') return { key: 'reordered', values: {} };
  if (before && after) {
    return { key: 'reconnected', values: { outlet, before: before.name, after: after.name } };
  }
  const target = (after ?? before)?.name ?? '';
  return { key: after ? 'connected' : 'disconnected', values: { outlet, target } };
}

function isNothing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function toText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

import type { JsonValue } from '@instaflow/flow-model';
import type { ContactSnapshot } from '../contact-snapshot';
import type { EffectDraft } from '../run/step';

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

type Saved = { contact?: ContactSnapshot; context?: Record<string, JsonValue>; effects?: EffectDraft[] };

/**
 * Keeps a value under a name: `flow.x` in the run's context, anything else as an attribute of the contact. `null`
 * takes it away. Names that reach for the prototype are ignored.
 */
export function saveValue(
  { contact, context }: { contact: ContactSnapshot; context: Record<string, JsonValue> },
  name: string,
  value: JsonValue,
): Saved {
  const isOfFlow = name.startsWith('flow.');
  const attribute = name.replace(/^(flow|contact|contact\.attributes)\./, '').trim();
  if (attribute === '' || forbidden.has(attribute)) return {};
  if (isOfFlow) return { context: setOrRemove(context, attribute, value) };
  return {
    contact: { ...contact, customAttributes: setOrRemove(contact.customAttributes, attribute, value) },
    effects: [{ kind: 'set_attribute', attribute, value }],
  };
}

function setOrRemove(
  values: Record<string, JsonValue>,
  name: string,
  value: JsonValue,
): Record<string, JsonValue> {
  const { [name]: _before, ...others } = values;
  return value === null ? others : { ...others, [name]: value };
}

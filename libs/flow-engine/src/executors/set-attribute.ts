import type { JsonValue, NodeOf } from '@instaflow/flow-model';
import { readField } from '../text/read-field';
import { withFilledTemplates, type Fill } from './fill';
import { forKind } from './for-kind';
import { saveValue } from './save-value';

const maxValueLength = 5000;

export const executeSetAttribute = forKind('set_attribute', (context) =>
  withFilledTemplates(context, (fill) => {
    const { node, run, contact, scope, now } = context;
    const attribute = (node.attribute ?? '').trim();
    const path = attribute.startsWith('flow.') ? attribute : `contact.attributes.${attribute}`;
    const value = computeValue(node, { current: readField(scope, path), fill, now });
    const saved = saveValue({ contact, context: run.context }, attribute, value);
    return { outcome: 'advanced', signal: { kind: 'next' }, ...saved, detail: { attribute, value } };
  }),
);

function computeValue(
  { operation = 'set', value = null }: NodeOf<'set_attribute'>,
  { current, fill, now }: { current: JsonValue; fill: Fill; now: number },
): JsonValue {
  const filled = typeof value === 'string' ? fill(value).slice(0, maxValueLength) : value;
  switch (operation) {
    case 'set':
      return filled;
    case 'increment':
      return toNumber(current, 0) + toNumber(filled, 1);
    case 'decrement':
      return toNumber(current, 0) - toNumber(filled, 1);
    case 'append':
      return `${toText(current)}${toText(filled)}`.slice(0, maxValueLength);
    case 'clear':
      return null;
    case 'now':
      return new Date(now).toISOString();
  }
}

function toNumber(value: JsonValue, fallback: number): number {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : fallback;
}

function toText(value: JsonValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

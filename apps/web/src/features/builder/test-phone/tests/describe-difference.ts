import type { FlowTestOutcome } from '@instaflow/contracts';
import type { TestTexts } from './test-texts';

export type Difference = Pick<FlowTestOutcome['differences'][number], 'what' | 'expected' | 'actual'>;
type Value = Difference['expected'];

/** What was not as expected, as a part of a sentence. `what` is the engine's short word for it, such as `message 2`. */
export function describeDifference(t: TestTexts, difference: Difference): string {
  const { what, expected, actual } = difference;
  const message = /^message (\d+)(?: (.+))?$/.exec(what);
  if (message) return describeMessage(t, { ...difference, number: message[1] ?? '', part: message[2] ?? '' });
  const values = { actual: show(t, actual), expected: show(t, expected) };
  const named = /^(?:attribute|variable) (.+)$/.exec(what);
  if (named) return t('difference.attribute', { ...values, name: named[1] ?? '' });
  switch (what) {
    case 'status':
      return t('difference.status', { actual: nameStatus(t, actual), expected: nameStatus(t, expected) });
    case 'with a person':
      return t(expected === true ? 'difference.withPerson' : 'difference.withoutPerson');
    case 'tags':
      return t('difference.tags', { ...values, expected: showTags(t, expected) });
    default:
      return t(`difference.${sentences[what] ?? 'other'}`, { ...values, what });
  }
}

const sentences: Record<string, 'calls' | 'reason' | 'node' | 'goals' | 'button' | 'flow'> = {
  'calls of': 'calls',
  reason: 'reason',
  'the run at node': 'node',
  goals: 'goals',
  button: 'button',
  flow: 'flow',
};

const parts: Record<string, 'as' | 'contains' | 'buttons' | 'cards' | 'media' | 'delivery'> = {
  as: 'as',
  with: 'contains',
  'with buttons': 'buttons',
  'with cards': 'cards',
  'with media': 'media',
  'delivered as': 'delivery',
};

function describeMessage(
  t: TestTexts,
  { number, part, expected, actual }: Difference & { number: string; part: string },
): string {
  const values = { number, actual: show(t, actual), expected: show(t, expected) };
  const named = parts[part];
  if (named) return t(`difference.${named}`, values);
  if (expected === null) return t('difference.surplus', values);
  // A message that did not come is expected as a whole, one that came with other words by its text.
  return t(
    actual === null && typeof expected === 'object' ? 'difference.missing' : 'difference.text',
    values,
  );
}

function nameStatus(t: TestTexts, value: Value): string {
  switch (value) {
    case 'idle':
    case 'running':
    case 'waiting':
    case 'completed':
    case 'failed':
    case 'replaced':
    case 'taken_over':
    case 'expired':
    case 'cancelled':
      return t(`status.${value}`);
    default:
      return show(t, value);
  }
}

function showTags(t: TestTexts, value: Value): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return show(t, value);
  const { tags = [], withoutTags = [] } = value;
  const without = Array.isArray(withoutTags)
    ? withoutTags.map((tag) => `≠ ${typeof tag === 'string' ? tag : ''}`)
    : [];
  return show(t, [...(Array.isArray(tags) ? tags : []), ...without]);
}

/** A value for a person: texts in quotes, lists as words, a message by what is said in it. */
export function show(t: TestTexts, value: Value): string {
  if (value === null || value === '') return t('difference.nothing');
  if (typeof value === 'string') return t('difference.quoted', { text: value });
  if (Array.isArray(value)) {
    return value.length === 0 ? t('difference.nothing') : value.map((item) => show(t, item)).join(', ');
  }
  if (typeof value !== 'object') return String(value);
  const said = value['text'] ?? value['contains'] ?? value['buttons'] ?? value['cards'] ?? value['mediaUrl'];
  return said === undefined ? JSON.stringify(value) : show(t, said);
}

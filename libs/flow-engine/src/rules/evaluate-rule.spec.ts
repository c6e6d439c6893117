import type { ConditionRule, JsonValue } from '@instaflow/flow-model';
import { readField } from '../text/read-field';
import { evaluateGroup, evaluateRule } from './evaluate-rule';

const scope: Record<string, JsonValue> = {
  contact: {
    email: 'Ana@x.co',
    age: '41',
    tags: ['VIP', 'new'],
    empty: '',
    since: '2026-03-01',
    attributes: { deep: [1, { a: 'b' }] },
  },
  message: { text: 'Qué tal, Ana' },
  flow: { score: 7 },
};
const holds = (field: string, op: ConditionRule['op'], value?: ConditionRule['value']) =>
  evaluateRule({ field, op, value }, scope);

describe('evaluateRule', () => {
  it.each<[string, ConditionRule['op'], ConditionRule['value'], boolean]>([
    ['contact.email', 'equals', 'ana@X.CO', true],
    ['email', 'equals', 'ana@x.co', true],
    ['contact.email', 'not_equals', 'other', true],
    ['contact.missing', 'equals', '', true],
    ['contact.missing', 'not_equals', 'x', true],
    ['message.text', 'contains', 'que', true],
    ['message.text', 'not_contains', 'adios', true],
    ['message.text', 'starts_with', 'qué', true],
    ['message.text', 'ends_with', 'ana', true],
    ['contact.email', 'exists', undefined, true],
    ['contact.empty', 'exists', undefined, false],
    ['contact.missing', 'not_exists', undefined, true],
    ['contact.age', 'gt', 40, true],
    ['contact.age', 'lt', '41,5', true],
    ['contact.age', 'gte', '41', true],
    ['flow.score', 'lte', 6, false],
    ['contact.since', 'lt', '2026-03-02', true],
    ['contact.email', 'gt', 5, false],
    ['contact.missing', 'lt', 5, false],
    ['contact.tags', 'has_tag', 'vip', true],
    ['contact.tags', 'not_has_tag', 'vip', false],
    ['contact.tags', 'contains', 'NEW', true],
    ['contact.tags', 'equals', 'new', true],
  ])('%s %s %s: %s', (field, op, value, expected) => {
    expect(holds(field, op, value)).toBe(expected);
  });
});

describe('evaluateGroup', () => {
  const yes: ConditionRule = { field: 'flow.score', op: 'equals', value: 7 };
  const no: ConditionRule = { field: 'flow.score', op: 'equals', value: 8 };

  it('wants all of all and one of any, and is false when it asks nothing', () => {
    expect(evaluateGroup({ all: [yes, yes] }, scope)).toBe(true);
    expect(evaluateGroup({ all: [yes, no] }, scope)).toBe(false);
    expect(evaluateGroup({ any: [no, yes] }, scope)).toBe(true);
    expect(evaluateGroup({ all: [yes], any: [no] }, scope)).toBe(false);
    expect(evaluateGroup({}, scope)).toBe(false);
  });
});

describe('readField', () => {
  it('reads nested values and never the prototype', () => {
    expect(readField(scope, 'contact.attributes.deep.1.a')).toBe('b');
    expect(readField(scope, 'contact.constructor')).toBeNull();
    expect(readField(scope, '__proto__')).toBeNull();
    expect(readField(scope, '')).toBeNull();
  });
});

import type { ConditionRule, JsonValue, RuleGroup } from '@instaflow/flow-model';
import { normalizeText } from '../text/normalize-text';
import { readField } from '../text/read-field';

type Scope = Record<string, JsonValue>;
type Scalar = string | number | boolean | null;

/** Whether a group holds: every rule of `all` and, when there is one, some rule of `any`. An empty group holds not. */
export function evaluateGroup({ all = [], any = [] }: RuleGroup, scope: Scope): boolean {
  if (all.length === 0 && any.length === 0) return false;
  return (
    all.every((rule) => evaluateRule(rule, scope)) &&
    (any.length === 0 || any.some((rule) => evaluateRule(rule, scope)))
  );
}

/** Whether one comparison holds. Texts are compared without case and accents; numbers and dates by value. */
export function evaluateRule({ field, op, value = null }: ConditionRule, scope: Scope): boolean {
  const actual = readField(scope, field);
  switch (op) {
    case 'equals':
      return isEqual(actual, value);
    case 'not_equals':
      return !isEqual(actual, value);
    case 'contains':
      return contains(actual, value);
    case 'not_contains':
      return !contains(actual, value);
    case 'exists':
      return isPresent(actual);
    case 'not_exists':
      return !isPresent(actual);
    case 'has_tag':
      return contains(readField(scope, 'contact.tags'), value);
    case 'not_has_tag':
      return !contains(readField(scope, 'contact.tags'), value);
    default:
      return compareOrdered(op, actual, value);
  }
}

/** Equality as an owner means it: `"5"` is `5`, `"Yes"` is `"yes"`, and nothing equals only nothing. */
export function isEqual(actual: JsonValue, expected: Scalar): boolean {
  if (actual === null || expected === null)
    return !isPresent(actual) && (expected === null || expected === '');
  if (Array.isArray(actual)) return actual.some((item) => isEqual(item, expected));
  if (typeof actual === 'object') return false;
  return normalizeText(String(actual)) === normalizeText(String(expected));
}

function isPresent(value: JsonValue): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function contains(actual: JsonValue, expected: Scalar): boolean {
  if (Array.isArray(actual)) return actual.some((item) => isEqual(item, expected));
  if (actual === null || expected === null || typeof actual === 'object') return false;
  return normalizeText(String(actual)).includes(normalizeText(String(expected)));
}

function compareOrdered(op: string, actual: JsonValue, expected: Scalar): boolean {
  if (op === 'starts_with' || op === 'ends_with') {
    if (actual === null || typeof actual === 'object' || expected === null) return false;
    const [text, part] = [normalizeText(String(actual)), normalizeText(String(expected))];
    return op === 'starts_with' ? text.startsWith(part) : text.endsWith(part);
  }
  const [left, right] = [toOrdinal(actual), toOrdinal(expected)];
  if (left === null || right === null) return false;
  if (op === 'gt') return left > right;
  if (op === 'gte') return left >= right;
  return op === 'lt' ? left < right : left <= right;
}

function toOrdinal(value: JsonValue): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value.replace(',', '.'));
  if (!Number.isNaN(number)) return number;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : date;
}

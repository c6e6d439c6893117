import type { Connection, ConnectionCondition, FlowNode, JsonValue, MatchMode } from '@instaflow/flow-model';
import { matchKeywords } from '../text/match-keywords';
import { readField } from '../text/read-field';
import { isEqual } from './evaluate-rule';

/** What happened at a node: what its connections are held against. */
export type Signal =
  | { kind: 'next' }
  | { kind: 'tap'; payload: string }
  | { kind: 'text'; texts: string[] }
  | { kind: 'input_valid'; value: boolean }
  | { kind: 'branch'; value: string }
  | { kind: 'follower'; value: 'yes' | 'no' | 'unknown' }
  | { kind: 'timeout' }
  | { kind: 'outside_window' }
  | { kind: 'error' };

/** Signals that only their own connection answers: the default is for what goes well. */
const exceptional = new Set<Signal['kind']>(['timeout', 'outside_window', 'error']);

/** The connection a run takes: the first in order whose condition holds, `else` and `null` after all others. */
export function pickConnection(
  node: FlowNode,
  signal: Signal,
  scope: Record<string, JsonValue>,
): Connection | null {
  const specific = pickSpecific(node, signal, scope);
  if (specific || exceptional.has(signal.kind)) return specific;
  return (
    node.connections.find(({ condition }) => condition?.type === 'else') ??
    node.connections.find(({ condition }) => condition === null) ??
    null
  );
}

/** As `pickConnection`, without the default connections. */
export function pickSpecific(
  node: FlowNode,
  signal: Signal,
  scope: Record<string, JsonValue>,
): Connection | null {
  return (
    node.connections.find(({ condition }) => condition !== null && holds(condition, signal, scope)) ?? null
  );
}

type Scope = Record<string, JsonValue>;

function holds(condition: ConnectionCondition, signal: Signal, scope: Scope): boolean {
  switch (condition.type) {
    case 'button_payload':
      return signal.kind === 'tap' && signal.payload === condition.value;
    case 'keyword':
      return signal.kind === 'text' && isKeywordSaid(condition, signal.texts);
    case 'input_valid':
    case 'branch':
    case 'follower':
      return signal.kind === condition.type && signal.value === condition.value;
    case 'attribute_equals':
      return !exceptional.has(signal.kind) && isEqual(readField(scope, condition.attribute), condition.value);
    case 'else':
      return false;
    default:
      return signal.kind === condition.type;
  }
}

/** Whether a `keyword` connection hears its word in what the person wrote. */
export function isKeywordSaid(
  { value, match }: { value: string; match?: MatchMode },
  texts: string[],
): boolean {
  return matchKeywords({ keywords: value, match: match ?? 'contains_word', texts }) !== null;
}

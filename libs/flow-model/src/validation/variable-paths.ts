import type { Connection } from '../connection-condition';
import { isKind, type FlowDefinition, type FlowNode, type NodeOf } from '../flow-definition';
import type { ConditionRule } from '../kinds/condition-rule';
import { indexNodes } from './flow-graph';
import type { ValidationContext } from './validation-context';

export type VariableState = 'never_set' | 'set_on_some_paths' | 'set';

/** Tells how surely a variable has a value when a run comes to a node, by its place in `nodes`. */
export type VariablePaths = (variable: string, nodeIndex: number) => VariableState;

/** So many variables are followed along the paths; further ones count as set when anything sets them. */
const maxFollowed = 100;

/**
 * Which variables (`contact.email`, `flow.size`) are filled on every way from the start to a node: by a question that
 * was answered rightly, a step that sets them, a call that keeps them, or a condition that has seen them.
 */
export function createVariablePaths(
  definition: FlowDefinition,
  { findFlow }: Pick<ValidationContext, 'findFlow'>,
): VariablePaths {
  const byId = indexNodes(definition);
  const start = byId.get(definition.startNodeId)?.index;
  const edges = definition.nodes.map((node) =>
    node.connections.flatMap((connection) => {
      const target = byId.get(connection.targetNodeId);
      return target ? [{ target: target.index, sets: listSet(node, connection, findFlow) }] : [];
    }),
  );
  const everSet = new Set(edges.flatMap((own) => own.flatMap(({ sets }) => sets)));
  const unsetAt = new Map<string, ReadonlySet<number>>();

  const follow = (variable: string): ReadonlySet<number> => {
    const reached = new Set(start === undefined ? [] : [start]);
    const queue = [...reached];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const { target, sets } of edges[at] ?? []) {
        if (reached.has(target) || sets.includes(variable)) continue;
        reached.add(target);
        queue.push(target);
      }
    }
    return reached;
  };

  return (variable, nodeIndex) => {
    const name = toVariable(variable);
    if (!everSet.has(name)) return 'never_set';
    if (!unsetAt.has(name) && unsetAt.size >= maxFollowed) return 'set';
    const unset = unsetAt.get(name) ?? follow(name);
    unsetAt.set(name, unset);
    return unset.has(nodeIndex) ? 'set_on_some_paths' : 'set';
  };
}

/** One spelling of a variable: attributes can be named with and without `attributes`. */
function toVariable(name: string): string {
  const full = name.includes('.') ? name : `contact.${name}`;
  return full.replace(/^contact\.attributes\./, 'contact.');
}

function listSet(
  node: FlowNode,
  { condition }: Connection,
  findFlow: ValidationContext['findFlow'],
): string[] {
  if (isKind(node, 'get_input')) return isValidAnswer(node, condition) ? listAnswerNames(node) : [];
  if (isKind(node, 'external_api_call')) {
    return condition?.type === 'error' ? [] : listNames(node);
  }
  if (isKind(node, 'condition')) return listSeen(node, condition);
  if (isKind(node, 'go_to_flow')) {
    const called = node.flowId ? findFlow?.(node.flowId) : null;
    return called?.nodes.flatMap(listNames) ?? [];
  }
  return listNames(node);
}

/** What a node fills when all goes well. */
function listNames(node: FlowNode): string[] {
  if (isKind(node, 'get_input')) return listAnswerNames(node);
  if (isKind(node, 'external_api_call')) {
    return (node.saveResponse ?? []).map(({ attribute }) => toVariable(attribute));
  }
  const isSet = isKind(node, 'set_attribute') && node.operation !== 'clear' && node.attribute;
  return isSet ? [toVariable(node.attribute ?? '')] : [];
}

function listAnswerNames({ saveToAttribute }: { saveToAttribute?: string | null | undefined }): string[] {
  return ['flow.answer', ...(saveToAttribute ? [toVariable(saveToAttribute)] : [])];
}

/** The default connection of a question takes a right answer only where wrong ones have their own way. */
function isValidAnswer(node: FlowNode, condition: Connection['condition']): boolean {
  const has = (value: boolean): boolean =>
    node.connections.some(
      (other) => other.condition?.type === 'input_valid' && other.condition.value === value,
    );
  if (condition === null) return has(false) && !has(true);
  return condition.type === 'input_valid' && condition.value;
}

const seeing = new Set([
  'exists',
  'equals',
  'contains',
  'starts_with',
  'ends_with',
  'gt',
  'gte',
  'lt',
  'lte',
]);

function listSeen(node: NodeOf<'condition'>, condition: Connection['condition']): string[] {
  switch (condition?.type) {
    case 'attribute_equals':
      return isFilled(condition.value) ? [toVariable(condition.attribute)] : [];
    case 'else':
      return listSeenOtherwise(node);
    case 'branch':
      return findRules(node, condition.value)
        .filter(isSeeing)
        .map(({ field }) => toVariable(field));
    default:
      return [];
  }
}

/** The one way on beside "has no …" is taken by those who have it. */
function listSeenOtherwise({ rules, branches = [] }: NodeOf<'condition'>): string[] {
  const [only, ...more] = rules?.all ?? [];
  const isAlone = more.length === 0 && branches.length === 0;
  return isAlone && only?.op === 'not_exists' ? [toVariable(only.field)] : [];
}

function findRules({ rules, branches = [] }: NodeOf<'condition'>, branchId: string): ConditionRule[] {
  if (branchId === 'true' && rules) return rules.all ?? [];
  return branches.find(({ id }) => id === branchId)?.all ?? [];
}

function isSeeing({ op, value }: ConditionRule): boolean {
  return op === 'exists' || (seeing.has(op) && isFilled(value));
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

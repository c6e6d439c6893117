import type { Connection } from '../connection-condition';
import { flowNodeSchema, isNodeKind, type FlowDefinition, type FlowNode } from '../flow-definition';
import type { JsonValue } from '../json-value';
import { canBeDisabled } from '../kinds/is-disabled';
import { listOwnOutlets } from '../kinds/list-outlets';
import { nodeSchemas } from '../kinds/node-schemas';
import { conditionKey } from '../connection-condition';
import type { FlowOperation } from './flow-operation';
import {
  findNode,
  refuse,
  refuseMissing,
  replaceNode,
  restoring,
  type AppliedOperation,
  type OperationOf,
} from './operation-result';

const ownedByOtherOperations = new Set(['id', 'type', 'connections', 'position']);
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Replaces fields of a node. An edge follows the outlet it left by when that was only renamed (a button's payload,
 * a branch's id) and goes when its outlet went.
 */
export function updateNode(
  definition: FlowDefinition,
  { nodeId, set, unset = [] }: OperationOf<'update_node'>,
): AppliedOperation {
  const node = findNode(definition, nodeId);
  if (!node) return refuseMissing(nodeId);
  const fields = [...Object.keys(set), ...unset];
  const wrong = fields.find((field) => ownedByOtherOperations.has(field) || forbidden.has(field));
  if (wrong !== undefined) {
    return refuse('field_not_editable', `The field "${wrong}" is not changed this way.`, nodeId);
  }
  if (set['isDisabled'] === true && !canBeDisabled(node)) {
    return refuse('stays_on', 'Leave this one on: a start or a note cannot be switched off.', nodeId);
  }
  const kept = Object.entries(node).filter(([field]) => !unset.includes(field));
  const candidate = { ...Object.fromEntries(kept), ...set };
  const parsed = (isNodeKind(node.type) ? nodeSchemas[node.type] : flowNodeSchema).safeParse(candidate);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(
      'invalid_field',
      `Correct "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}.`,
      nodeId,
    );
  }
  const updated = { ...parsed.data, connections: followOutlets(node, parsed.data) };
  return {
    ok: true,
    definition: replaceNode(definition, nodeId, updated),
    inverse: invert(definition, node, updated, fields),
  };
}

function followOutlets(before: FlowNode, after: FlowNode): Connection[] {
  const old = listOwnOutlets(before);
  const current = listOwnOutlets(after);
  const currentIds = new Set(current.map(({ id }) => id));
  const oldIds = new Set(old.map(({ id }) => id));
  return before.connections.flatMap((edge): Connection[] => {
    const key = conditionKey(edge.condition);
    if (!oldIds.has(key) || currentIds.has(key)) return [edge];
    const at = old.findIndex(({ id }) => id === key);
    const renamed = old.length === current.length ? current[at] : undefined;
    return renamed && !oldIds.has(renamed.id) ? [{ ...edge, condition: renamed.condition }] : [];
  });
}

function invert(
  definition: FlowDefinition,
  before: FlowNode,
  after: FlowNode,
  fields: string[],
): FlowOperation[] {
  const set: Record<string, JsonValue> = {};
  const unset: string[] = [];
  for (const field of new Set(fields)) {
    const value: unknown = Reflect.get(before, field);
    if (!Object.hasOwn(before, field)) unset.push(field);
    else if (isJson(value)) set[field] = value;
    else return restoring(definition);
  }
  const undo: FlowOperation = { op: 'update_node', nodeId: before.id, set, unset };
  const isSameEdges = after.connections.every((edge, index) => edge === before.connections[index]);
  return isSameEdges && after.connections.length === before.connections.length
    ? [undo]
    : [undo, { op: 'set_connections', nodeId: before.id, connections: before.connections }];
}

function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}

import { conditionKey, connectionSchema, type Connection } from '../connection-condition';
import { flowNodeSchema, type FlowDefinition, type FlowNode } from '../flow-definition';
import { positionSchema } from '../kinds/node-base';
import type { JsonValue } from '../json-value';
import type { FlowOperation } from '../operations/flow-operation';
import { setPath } from '../operations/node-paths';
import type { ConflictSide, FlowConflict } from './flow-conflict';
import { toKeyed } from './merge-lists';

/**
 * The edits that make the merged document (as it is by now) hold what one side wanted. Empty when it holds that
 * already, or when its node is gone by now.
 */
export function resolveConflict(
  current: FlowDefinition,
  conflict: FlowConflict,
  side: ConflictSide,
): FlowOperation[] {
  const value = conflict[side];
  if (conflict.nodeId === null) return setInDocument(conflict.path, value);
  const node = current.nodes.find(({ id }) => id === conflict.nodeId);
  const [field, key = ''] = conflict.path;
  if (field === undefined) return setNode(current, node, value, conflict.nodeId);
  if (!node) return [];
  if (field === 'connections') return setEdge(current, node, key, value);
  if (field === 'position') {
    const position = positionSchema.safeParse(value);
    return [
      { op: 'move_nodes', moves: [{ nodeId: node.id, position: position.success ? position.data : null }] },
    ];
  }
  return [setPath(node, conflict.path, value)];
}

function setInDocument(path: readonly string[], value: JsonValue | undefined): FlowOperation[] {
  const [field = ''] = path;
  if (field === 'startNodeId') return typeof value === 'string' ? [{ op: 'set_start', nodeId: value }] : [];
  return [
    value === undefined
      ? { op: 'update_document', set: {}, unset: [field] }
      : { op: 'update_document', set: { [field]: value } },
  ];
}

function setNode(
  current: FlowDefinition,
  node: FlowNode | undefined,
  value: JsonValue | undefined,
  nodeId: string,
): FlowOperation[] {
  if (value === undefined) {
    return node && current.startNodeId !== nodeId ? [{ op: 'remove_node', nodeId, heal: true }] : [];
  }
  const parsed = flowNodeSchema.safeParse(value);
  if (!parsed.success) return [];
  const wanted = { ...parsed.data, connections: keepValid(current, parsed.data.connections) };
  if (!node) return [{ op: 'add_node', node: wanted }];
  const nodes = current.nodes.map((other) => (other === node ? wanted : other));
  return [{ op: 'replace_document', definition: { ...current, nodes } }];
}

function setEdge(
  current: FlowDefinition,
  node: FlowNode,
  key: string,
  value: JsonValue | undefined,
): FlowOperation[] {
  const parsed = connectionSchema.safeParse(value);
  const wanted = parsed.success ? keepValid(current, [parsed.data])[0] : undefined;
  if (value !== undefined && !wanted) return [];
  const keyed = toKeyed(node.connections, ({ condition }) => conditionKey(condition));
  const isThere = keyed.some((edge) => edge.key === key);
  const connections = keyed.flatMap((edge) => (edge.key === key ? (wanted ?? []) : edge.value));
  return [
    {
      op: 'set_connections',
      nodeId: node.id,
      connections: wanted && !isThere ? [...connections, wanted] : connections,
    },
  ];
}

function keepValid({ nodes }: FlowDefinition, connections: readonly Connection[]): Connection[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return connections.filter(({ targetNodeId }) => ids.has(targetNodeId));
}

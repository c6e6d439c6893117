import { conditionKey, type Connection } from '../connection-condition';
import type { FlowDefinition, FlowNode } from '../flow-definition';
import { leaveGroups } from './edit-groups';
import type { FlowOperation } from './flow-operation';
import {
  refuse,
  refuseMissing,
  restoring,
  type AppliedOperation,
  type OperationOf,
} from './operation-result';

/**
 * Removes a node and the edges to it; with `heal` these edges lead on to where its default edge led. The start
 * node stays: name another start first.
 */
export function removeNode(
  definition: FlowDefinition,
  { nodeId, heal = false }: OperationOf<'remove_node'>,
): AppliedOperation {
  const index = definition.nodes.findIndex(({ id }) => id === nodeId);
  const node = definition.nodes[index];
  if (!node) return refuseMissing(nodeId);
  if (definition.startNodeId === nodeId) {
    return refuse('start_is_needed', 'A flow needs its start: make another node the start first.', nodeId);
  }
  const rest = definition.nodes.toSpliced(index, 1);
  if (rest.some(({ id }) => id === nodeId)) {
    return { ok: true, definition: { ...definition, nodes: rest }, inverse: restoring(definition) };
  }
  const healTo = heal ? findDefaultTarget(node) : null;
  const undo: FlowOperation[] = [{ op: 'add_node', node, index }];
  const nodes = rest.map((other) => {
    const connections = redirect(other.connections, nodeId, healTo);
    if (connections === other.connections) return other;
    undo.push({ op: 'set_connections', nodeId: other.id, connections: other.connections });
    return { ...other, connections };
  });
  const groups = leaveGroups(definition.groups, nodeId);
  if (groups !== definition.groups) undo.push({ op: 'set_groups', groups: definition.groups ?? null });
  const hasTwins = new Set(rest.map(({ id }) => id)).size < rest.length;
  return {
    ok: true,
    definition: { ...definition, nodes, ...(groups ? { groups } : {}) },
    inverse: hasTwins ? restoring(definition) : undo,
  };
}

/** Where a node leads by default; null when nowhere, or to itself. */
export function findDefaultTarget(node: FlowNode): string | null {
  const target = node.connections.find(({ condition }) => condition === null)?.targetNodeId ?? null;
  return target === node.id ? null : target;
}

/** Leads edges to `from` on to `to`, or drops them; the same list when there are none. */
export function redirect(connections: Connection[], from: string, to: string | null): Connection[] {
  if (!connections.some(({ targetNodeId }) => targetNodeId === from)) return connections;
  if (to === null) return connections.filter(({ targetNodeId }) => targetNodeId !== from);
  const seen = new Set<string>();
  return connections
    .map((connection) =>
      connection.targetNodeId === from ? { ...connection, targetNodeId: to } : connection,
    )
    .filter(({ targetNodeId, condition }) => {
      const key = `${conditionKey(condition)}→${targetNodeId}`;
      return !seen.has(key) && seen.add(key);
    });
}

import { conditionKey, type Connection, type ConnectionCondition } from '../connection-condition';
import type { FlowDefinition } from '../flow-definition';
import {
  findNode,
  isReferenced,
  refuse,
  refuseMissing,
  replaceNode,
  restoring,
  type AppliedOperation,
  type OperationOf,
} from './operation-result';

/** Replaces a node's edges; the inverse puts the old ones back. */
export function setConnections(
  definition: FlowDefinition,
  { nodeId, connections }: OperationOf<'set_connections'>,
): AppliedOperation {
  const node = findNode(definition, nodeId);
  if (!node) return refuseMissing(nodeId);
  return {
    ok: true,
    definition: replaceNode(definition, nodeId, { ...node, connections }),
    inverse: [{ op: 'set_connections', nodeId, connections: node.connections }],
  };
}

/** Adds an edge; an edge that already leaves by the same condition is led to the new target instead. */
export function connect(
  definition: FlowDefinition,
  { nodeId, targetNodeId, condition, index }: OperationOf<'connect'>,
): AppliedOperation {
  const node = findNode(definition, nodeId);
  if (!node) return refuseMissing(nodeId);
  if (!findNode(definition, targetNodeId)) return refuseMissing(targetNodeId);
  const at = findEdge(node.connections, condition);
  const connections =
    at >= 0
      ? node.connections.map((edge, i) => (i === at ? { ...edge, targetNodeId } : edge))
      : node.connections.toSpliced(index ?? node.connections.length, 0, { targetNodeId, condition });
  return setConnections(definition, { op: 'set_connections', nodeId, connections });
}

/** Takes the edge with this condition away. */
export function disconnect(
  definition: FlowDefinition,
  { nodeId, condition }: OperationOf<'disconnect'>,
): AppliedOperation {
  const node = findNode(definition, nodeId);
  if (!node) return refuseMissing(nodeId);
  const at = findEdge(node.connections, condition);
  if (at < 0) return refuse('edge_not_found', 'This connection no longer exists: reload the flow.', nodeId);
  return setConnections(definition, {
    op: 'set_connections',
    nodeId,
    connections: node.connections.toSpliced(at, 1),
  });
}

/** Puts a new node on an edge; the new node's default edge leads to where the edge led. */
export function insertOnEdge(
  definition: FlowDefinition,
  { nodeId, condition, node }: OperationOf<'insert_on_edge'>,
): AppliedOperation {
  const source = findNode(definition, nodeId);
  if (!source) return refuseMissing(nodeId);
  if (findNode(definition, node.id)) {
    return refuse('duplicate_node_id', 'Give the new node an id of its own.', node.id);
  }
  const edge = source.connections[findEdge(source.connections, condition)];
  if (!edge) return refuse('edge_not_found', 'This connection no longer exists: reload the flow.', nodeId);
  const onward: Connection = { targetNodeId: edge.targetNodeId, condition: null };
  const inserted = {
    ...node,
    connections: [...node.connections.filter((own) => own.condition !== null), onward],
  };
  const connections = source.connections.map((own) =>
    own === edge ? { ...own, targetNodeId: node.id } : own,
  );
  const led = replaceNode(definition, nodeId, { ...source, connections });
  return {
    ok: true,
    definition: { ...led, nodes: [...led.nodes, inserted] },
    inverse: isReferenced(definition, node.id)
      ? restoring(definition)
      : [
          { op: 'set_connections', nodeId, connections: source.connections },
          { op: 'remove_node', nodeId: node.id },
        ],
  };
}

function findEdge(connections: Connection[], condition: ConnectionCondition | null): number {
  const key = conditionKey(condition);
  return connections.findIndex((edge) => conditionKey(edge.condition) === key);
}

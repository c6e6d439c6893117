import { conditionKey, type Connection } from '../connection-condition';
import type { FlowDefinition, FlowNode } from '../flow-definition';
import { listOwnOutlets } from '../kinds/list-outlets';
import type { FlowOperation } from './flow-operation';
import {
  findNode,
  refuse,
  refuseMissing,
  restoring,
  type AppliedOperation,
  type OperationOf,
} from './operation-result';
import { findDefaultTarget, redirect } from './remove-node';

/**
 * Takes a node out of its place (what led to it leads on to its default target) and puts it on an edge: its first
 * outlet then leads where the edge led. Its other connections stay.
 */
export function moveToEdge(
  definition: FlowDefinition,
  { nodeId, sourceId, condition }: OperationOf<'move_to_edge'>,
): AppliedOperation {
  const node = findNode(definition, nodeId);
  if (!node) return refuseMissing(nodeId);
  if (!findNode(definition, sourceId)) return refuseMissing(sourceId);
  const outlet = listOwnOutlets(node).find(({ isException }) => !isException);
  if (!outlet || definition.startNodeId === nodeId) {
    return refuse('cannot_be_on_edge', 'This step cannot stand between two others.', nodeId);
  }
  const healed = definition.nodes.map((other) => healNode(other, node));
  const source = healed.find(({ id }) => id === sourceId);
  const key = conditionKey(condition);
  const edge = source?.connections.find((own) => conditionKey(own.condition) === key);
  if (!edge || sourceId === nodeId) {
    return refuse('edge_not_found', 'This connection no longer exists: reload the flow.', sourceId);
  }
  const onward: Connection = { targetNodeId: edge.targetNodeId, condition: outlet.condition };
  const nodes = healed.map((other) => {
    if (other.id === nodeId) return lead(other, onward);
    return other === source
      ? {
          ...other,
          connections: other.connections.map((own) =>
            own === edge ? { ...own, targetNodeId: nodeId } : own,
          ),
        }
      : other;
  });
  return { ok: true, definition: { ...definition, nodes }, inverse: invert(definition, nodes) };
}

function healNode(other: FlowNode, node: FlowNode): FlowNode {
  if (other.id === node.id) return other;
  const connections = redirect(other.connections, node.id, findDefaultTarget(node));
  return connections === other.connections ? other : { ...other, connections };
}

function lead(node: FlowNode, onward: Connection): FlowNode {
  const key = conditionKey(onward.condition);
  const at = node.connections.findIndex(({ condition }) => conditionKey(condition) === key);
  const connections = at < 0 ? [...node.connections, onward] : node.connections.with(at, onward);
  return { ...node, connections };
}

function invert(before: FlowDefinition, after: readonly FlowNode[]): FlowOperation[] {
  const hasTwins = new Set(before.nodes.map(({ id }) => id)).size < before.nodes.length;
  if (hasTwins) return restoring(before);
  return before.nodes.flatMap((node, index): FlowOperation[] =>
    after[index] === node ? [] : [{ op: 'set_connections', nodeId: node.id, connections: node.connections }],
  );
}

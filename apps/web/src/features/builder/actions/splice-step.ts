import {
  conditionKey,
  listOutlets,
  type Connection,
  type FlowDefinition,
  type FlowNode,
  type FlowOperation,
} from '@instaflow/flow-model';

/** Whether a step can be put on an edge: a loose one, or one that can be taken out of its place and lead on there. */
export function canSplice(definition: FlowDefinition, nodeId: string): boolean {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!node || node.type === 'start' || node.type === 'note') return false;
  const canLeadOn = listOutlets(node).some(({ isException }) => !isException);
  return (canLeadOn && definition.startNodeId !== nodeId) || isLoose(definition, nodeId);
}

/** Whether nothing leads to a step and it leads nowhere, so that putting it elsewhere changes nothing but that. */
export function isLoose({ nodes }: FlowDefinition, nodeId: string): boolean {
  const node = nodes.find(({ id }) => id === nodeId);
  if (!node || node.connections.length > 0) return false;
  return !nodes.some(({ connections }) => connections.some(({ targetNodeId }) => targetNodeId === nodeId));
}

/** What puts a step on the edge of an id; nothing when that cannot be. What is connected leaves a healed gap behind. */
export function listSpliceOperations(
  definition: FlowDefinition,
  nodeId: string,
  edgeId: string,
): FlowOperation[] {
  const found = findEdge(definition, edgeId);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!found || !node || found.source === node || !canSplice(definition, nodeId)) return [];
  const { source, edge } = found;
  if (!isLoose(definition, nodeId)) {
    return [{ op: 'move_to_edge', nodeId, sourceId: source.id, condition: edge.condition }];
  }
  const [first] = listOutlets(node);
  return [
    { op: 'connect', nodeId: source.id, targetNodeId: nodeId, condition: edge.condition },
    ...(first
      ? [{ op: 'connect' as const, nodeId, targetNodeId: edge.targetNodeId, condition: first.condition }]
      : []),
  ];
}

/** The connection an edge of the canvas stands for; null when it is gone. */
export function findEdge(
  { nodes }: FlowDefinition,
  edgeId: string,
): { source: FlowNode; edge: Connection } | null {
  const separator = edgeId.indexOf('|');
  const source = nodes.find(({ id }) => id === edgeId.slice(0, separator));
  const key = edgeId.slice(separator + 1);
  const edge = source?.connections.find(({ condition }) => conditionKey(condition) === key);
  return source && edge ? { source, edge } : null;
}

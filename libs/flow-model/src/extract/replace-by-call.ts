import { currentSchemaVersion, type FlowDefinition } from '../flow-definition';
import { createNode } from '../kinds/create-node';
import type { FlowOperation } from '../operations/flow-operation';
import type { Extraction } from './plan-extraction';

const distanceToStart = 360;

/** The flow that extracted steps become: a start that leads to where people entered, the steps as they are. */
export function toFlowOfItsOwn({ fragment, entryId }: Extraction): FlowDefinition {
  const { nodes, groups } = fragment;
  let startId = 'start';
  while (nodes.some(({ id }) => id === startId)) startId += '_';
  const place = nodes.find(({ id }) => id === entryId)?.position;
  const position = place && { x: place.x - distanceToStart, y: place.y };
  const start = createNode({ kind: 'start', id: startId, ...(position ? { position } : {}) });
  return {
    schemaVersion: currentSchemaVersion,
    startNodeId: startId,
    nodes: [{ ...start, connections: [{ targetNodeId: entryId, condition: null }] }, ...nodes],
    ...(groups.length > 0 ? { groups } : {}),
  };
}

/** The edits that put a call of the new flow where the extracted steps were: what led to them leads to it. */
export function replaceByCall(
  definition: FlowDefinition,
  { fragment, entryId, exitId }: Extraction,
  {
    flowId,
    callId,
    name,
    position = fragment.nodes.find(({ id }) => id === entryId)?.position,
  }: { flowId: string; callId: string; name: string; position?: { x: number; y: number } | null | undefined },
): FlowOperation[] {
  const ids = new Set(fragment.nodes.map(({ id }) => id));
  const call = createNode({ kind: 'go_to_flow', id: callId, name, ...(position ? { position } : {}) });
  const connections = exitId === null ? [] : [{ targetNodeId: exitId, condition: null }];
  const callers = definition.nodes.filter(
    (node) => !ids.has(node.id) && node.connections.some(({ targetNodeId }) => targetNodeId === entryId),
  );
  return [
    { op: 'add_node', node: { ...call, flowId, connections } },
    ...callers.map((caller): FlowOperation => ({
      op: 'set_connections',
      nodeId: caller.id,
      connections: caller.connections.map((edge) =>
        edge.targetNodeId === entryId ? { ...edge, targetNodeId: callId } : edge,
      ),
    })),
    ...[...ids].map((nodeId): FlowOperation => ({ op: 'remove_node', nodeId, heal: false })),
  ];
}

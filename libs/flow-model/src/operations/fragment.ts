import type { FlowDefinition, FlowNode } from '../flow-definition';
import type { FlowGroup } from '../flow-group';
import type { OperationOf } from './operation-result';

/** A part of a flow that can be put somewhere else. */
export type FlowFragment = { nodes: FlowNode[]; groups: FlowGroup[] };

/** The chosen nodes with the edges among them, and the groups that lie in them as a whole. Starts stay behind. */
export function copyFragment(definition: FlowDefinition, nodeIds: ReadonlySet<string>): FlowFragment {
  const nodes = definition.nodes.filter(({ id, type }) => nodeIds.has(id) && type !== 'start');
  const ids = new Set(nodes.map(({ id }) => id));
  const groups = (definition.groups ?? []).filter(
    (group) => group.nodeIds.length > 0 && group.nodeIds.every((id) => ids.has(id)),
  );
  return { nodes: nodes.map((node) => keepEdgesTo(node, ids)), groups };
}

/**
 * The edit that pastes a fragment: with new ids from `newId`, edges and groups led to the copies, and its upper left
 * corner at `at` (where it was, when absent).
 */
export function pasteFragment(
  fragment: FlowFragment,
  { newId, at }: { newId: () => string; at?: { x: number; y: number } },
): OperationOf<'paste_nodes'> {
  const ids = new Map(fragment.nodes.map(({ id }) => [id, newId()]));
  const shift = at ? shiftTo(fragment.nodes, at) : { x: 0, y: 0 };
  const nodes = fragment.nodes.map((node): FlowNode => {
    const { position, ...rest } = keepEdgesTo(node, ids);
    const moved =
      position || at
        ? { position: { ...position, x: (position?.x ?? 0) + shift.x, y: (position?.y ?? 0) + shift.y } }
        : {};
    return {
      ...rest,
      ...moved,
      id: ids.get(node.id) ?? node.id,
      connections: rest.connections.map((edge) => ({
        ...edge,
        targetNodeId: ids.get(edge.targetNodeId) ?? edge.targetNodeId,
      })),
    };
  });
  const groups = fragment.groups.map((group) => ({
    ...group,
    id: newId(),
    nodeIds: group.nodeIds.flatMap((id) => ids.get(id) ?? []),
  }));
  return { op: 'paste_nodes', nodes, ...(groups.length > 0 ? { groups } : {}) };
}

function keepEdgesTo(node: FlowNode, ids: { has: (id: string) => boolean }): FlowNode {
  return { ...node, connections: node.connections.filter(({ targetNodeId }) => ids.has(targetNodeId)) };
}

function shiftTo(nodes: readonly FlowNode[], at: { x: number; y: number }): { x: number; y: number } {
  const corner = (axis: 'x' | 'y'): number =>
    nodes.reduce((least, { position }) => Math.min(least, position?.[axis] ?? 0), Number.POSITIVE_INFINITY);
  return nodes.length === 0 ? { x: 0, y: 0 } : { x: at.x - corner('x'), y: at.y - corner('y') };
}

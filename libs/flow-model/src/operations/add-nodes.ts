import type { FlowDefinition, FlowNode } from '../flow-definition';
import { withGroup } from './edit-groups';
import { flowLimits } from '../parse/limits';
import { isReferenced, refuse, restoring, type AppliedOperation, type OperationOf } from './operation-result';

/** Adds one node, at `index` or at the end. */
export function addNode(
  definition: FlowDefinition,
  { node, index = definition.nodes.length }: OperationOf<'add_node'>,
): AppliedOperation {
  return addNodes(definition, [node], index);
}

/** Adds several nodes; their edges to nodes that exist nowhere are dropped. */
export function pasteNodes(
  definition: FlowDefinition,
  { nodes, groups = [] }: OperationOf<'paste_nodes'>,
): AppliedOperation {
  const ids = new Set([...definition.nodes, ...nodes].map(({ id }) => id));
  const kept = nodes.map((node) => ({
    ...node,
    connections: node.connections.filter(({ targetNodeId }) => ids.has(targetNodeId)),
  }));
  const pasted = addNodes(definition, kept, definition.nodes.length);
  const known = new Set(definition.groups?.map(({ id }) => id));
  const clash = groups.find(({ id }) => known.has(id));
  if (clash) return refuse('duplicate_group_id', 'Give the new group an id of its own.');
  if (!pasted.ok || groups.length === 0) return pasted;
  const grouped = groups.reduce((current, group) => withGroup(current, group), pasted.definition);
  const undo = { op: 'set_groups' as const, groups: definition.groups ?? null };
  return { ...pasted, definition: grouped, inverse: [undo, ...pasted.inverse] };
}

function addNodes(definition: FlowDefinition, added: FlowNode[], index: number): AppliedOperation {
  if (definition.nodes.length + added.length > flowLimits.nodes) {
    return refuse('too_many_nodes', `Split this flow: it may have ${flowLimits.nodes} nodes at most.`);
  }
  const ids = new Set(definition.nodes.map(({ id }) => id));
  for (const { id } of added) {
    if (ids.has(id)) return refuse('duplicate_node_id', 'Give the new node an id of its own.', id);
    ids.add(id);
  }
  const isPlain = added.every(({ id }) => !isReferenced(definition, id));
  return {
    ok: true,
    definition: { ...definition, nodes: definition.nodes.toSpliced(index, 0, ...added) },
    inverse: isPlain
      ? added.map(({ id }) => ({ op: 'remove_node' as const, nodeId: id })).reverse()
      : restoring(definition),
  };
}

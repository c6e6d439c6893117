import type { FlowDefinition } from '../flow-definition';
import { addNode, pasteNodes } from './add-nodes';
import { connect, disconnect, insertOnEdge, setConnections } from './edit-connections';
import type { FlowOperation } from './flow-operation';
import {
  findNode,
  refuseMissing,
  restoring,
  type AppliedOperation,
  type OperationOf,
} from './operation-result';
import { collapseGroup, putGroup, removeGroup, setGroups } from './edit-groups';
import { moveToEdge } from './move-to-edge';
import { removeNode } from './remove-node';
import { updateDocument } from './update-document';
import { updateNode } from './update-node';

/**
 * Applies one edit to a document and gives the new document; the old one is never changed. Applying `inverse` to
 * the result gives a document equal to the old one. A refused edit changes nothing and says why.
 */
export function applyOperation(definition: FlowDefinition, operation: FlowOperation): AppliedOperation {
  switch (operation.op) {
    case 'add_node':
      return addNode(definition, operation);
    case 'remove_node':
      return removeNode(definition, operation);
    case 'move_nodes':
      return moveNodes(definition, operation);
    case 'update_node':
      return updateNode(definition, operation);
    case 'connect':
      return connect(definition, operation);
    case 'set_connections':
      return setConnections(definition, operation);
    case 'disconnect':
      return disconnect(definition, operation);
    case 'insert_on_edge':
      return insertOnEdge(definition, operation);
    case 'move_to_edge':
      return moveToEdge(definition, operation);
    case 'paste_nodes':
      return pasteNodes(definition, operation);
    default:
      return applyToDocument(definition, operation);
  }
}

/** Applies edits in order, all or none. */
export function applyOperations(
  definition: FlowDefinition,
  operations: readonly FlowOperation[],
): AppliedOperation {
  let current = definition;
  const inverse: FlowOperation[] = [];
  for (const operation of operations) {
    const applied = applyOperation(current, operation);
    if (!applied.ok) return applied;
    current = applied.definition;
    inverse.unshift(...applied.inverse);
  }
  return { ok: true, definition: current, inverse };
}

type DocumentOperation = OperationOf<
  | 'set_start'
  | 'put_group'
  | 'remove_group'
  | 'collapse_group'
  | 'set_groups'
  | 'update_document'
  | 'replace_document'
>;

function applyToDocument(definition: FlowDefinition, operation: DocumentOperation): AppliedOperation {
  switch (operation.op) {
    case 'set_start':
      return setStart(definition, operation);
    case 'put_group':
      return putGroup(definition, operation);
    case 'remove_group':
      return removeGroup(definition, operation);
    case 'collapse_group':
      return collapseGroup(definition, operation);
    case 'set_groups':
      return setGroups(definition, operation);
    case 'update_document':
      return updateDocument(definition, operation);
    case 'replace_document':
      return { ok: true, definition: operation.definition, inverse: restoring(definition) };
  }
}

function moveNodes(definition: FlowDefinition, { moves }: OperationOf<'move_nodes'>): AppliedOperation {
  const positions = new Map(moves.map(({ nodeId, position }) => [nodeId, position]));
  const ids = new Set(definition.nodes.map(({ id }) => id));
  const missing = moves.find(({ nodeId }) => !ids.has(nodeId));
  if (missing) return refuseMissing(missing.nodeId);
  let hadNull = false;
  const undo: OperationOf<'move_nodes'> = { op: 'move_nodes', moves: [] };
  const nodes = definition.nodes.map((node) => {
    const position = positions.get(node.id);
    if (position === undefined) return node;
    positions.delete(node.id);
    hadNull ||= node.position === null;
    undo.moves.push({ nodeId: node.id, position: node.position ?? null });
    const { position: _before, ...rest } = node;
    return position === null ? { ...rest } : { ...rest, position };
  });
  return {
    ok: true,
    definition: { ...definition, nodes },
    inverse: hadNull ? restoring(definition) : [undo],
  };
}

function setStart(definition: FlowDefinition, { nodeId }: OperationOf<'set_start'>): AppliedOperation {
  if (!findNode(definition, nodeId)) return refuseMissing(nodeId);
  const hadStart = findNode(definition, definition.startNodeId) !== null;
  return {
    ok: true,
    definition: { ...definition, startNodeId: nodeId },
    inverse: hadStart ? [{ op: 'set_start', nodeId: definition.startNodeId }] : restoring(definition),
  };
}

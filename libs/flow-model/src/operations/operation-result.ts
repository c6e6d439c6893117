import type { FlowDefinition, FlowNode } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import type { FlowOperation } from './flow-operation';

/** `inverse`, applied in order to `definition`, gives back the document before the operation. */
export type AppliedOperation =
  { ok: true; definition: FlowDefinition; inverse: FlowOperation[] } | { ok: false; problem: FlowProblem };

export type OperationOf<K extends FlowOperation['op']> = Extract<FlowOperation, { op: K }>;

/** An operation that cannot be applied to this document, and what to do instead. */
export function refuse(code: string, message: string, nodeId: string | null = null): AppliedOperation {
  return { ok: false, problem: { severity: 'error', nodeId, path: '', code, message } };
}

/** The refusal of an operation on a node that is not (or no longer) there. */
export function refuseMissing(nodeId: string): AppliedOperation {
  return refuse('node_not_found', 'This node no longer exists: reload the flow.', nodeId);
}

/** The node with this id, the first one when a document by hand has it twice. */
export function findNode(definition: FlowDefinition, nodeId: string): FlowNode | null {
  return definition.nodes.find((node) => node.id === nodeId) ?? null;
}

/** The document with the first node of this id replaced. */
export function replaceNode(definition: FlowDefinition, nodeId: string, node: FlowNode): FlowDefinition {
  const at = definition.nodes.findIndex(({ id }) => id === nodeId);
  return { ...definition, nodes: definition.nodes.map((old, index) => (index === at ? node : old)) };
}

/**
 * Whether anything points at an id that no node has. Documents written by hand may; there an exact inverse of
 * adding that node is only the whole old document.
 */
export function isReferenced(definition: FlowDefinition, nodeId: string): boolean {
  return (
    definition.startNodeId === nodeId ||
    definition.nodes.some((node) => node.connections.some(({ targetNodeId }) => targetNodeId === nodeId))
  );
}

/** The inverse that always holds: the old document as a whole. */
export function restoring(definition: FlowDefinition): FlowOperation[] {
  return [{ op: 'replace_document', definition }];
}

import type { FlowNode } from '../flow-definition';
import type { JsonValue } from '../json-value';

/** One place where two people changed a flow in ways that do not go together. */
export type FlowConflict = {
  /** Null for what belongs to the document. */
  nodeId: string | null;
  /** What the node is called, for lists. */
  nodeName: string;
  /** Keys into the node or document: `['content', 'text']`, `['connections', <key of the condition>]`, empty for the whole node. */
  path: string[];
  reason: 'both_changed' | 'deleted_and_changed';
  /** Undefined stands for "not there". The merged document holds `theirs`, or whatever was not deleted. */
  base: JsonValue | undefined;
  mine: JsonValue | undefined;
  theirs: JsonValue | undefined;
};

/** The sides of a conflict. */
export type ConflictSide = 'base' | 'mine' | 'theirs';

/** A node without what leaves it, which is merged by itself. */
export function withoutConnections(node: FlowNode): Record<string, unknown> {
  const { connections: _connections, ...fields } = node;
  return fields;
}

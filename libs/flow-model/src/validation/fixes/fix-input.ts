import { conditionKey, type Connection } from '../../connection-condition';
import type { FlowDefinition, FlowNode } from '../../flow-definition';
import type { FlowFix, FlowProblem } from '../../flow-problem';
import type { FlowOperation } from '../../operations/flow-operation';

/** What a repair is made from. */
export type FixInput = {
  definition: FlowDefinition;
  problem: FlowProblem;
  /** The (first) node the problem is about. */
  node: FlowNode;
  /** All ids of the document. */
  nodeIds: ReadonlySet<string>;
};

/** Makes the repair of one kind of problem; null where none can be offered. */
export type MakeFix = (input: FixInput) => FlowFix | null;

/** An id no node has yet, near `wanted`. */
export function toFreeId(nodeIds: ReadonlySet<string>, wanted: string): string {
  let number = 2;
  let id = `${wanted}_${number}`;
  while (nodeIds.has(id)) id = `${wanted}_${(number += 1)}`;
  return id;
}

/** A repair by one edit. */
export function fixBy(
  key: string,
  label: string,
  ...operations: readonly (FlowOperation | null)[]
): FlowFix | null {
  const given = operations.filter((operation) => operation !== null);
  return given.length === operations.length && given.length > 0 ? { key, label, operations: given } : null;
}

/** The connection a path such as `connections.3.targetNodeId` speaks of. */
export function findConnectionAt(node: FlowNode, path: string): { at: number; edge: Connection } | null {
  const at = Number(path.split('.')[1]);
  const edge = node.connections[at];
  return edge ? { at, edge } : null;
}

/** Whether an edge can be named by its condition alone. */
export function isOnlyEdge(node: FlowNode, edge: Connection): boolean {
  const key = conditionKey(edge.condition);
  return node.connections.filter(({ condition }) => conditionKey(condition) === key).length === 1;
}

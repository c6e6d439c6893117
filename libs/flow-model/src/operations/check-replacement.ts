import { isKind, type FlowDefinition } from '../flow-definition';
import type { FlowProblem } from '../flow-problem';
import { applyOperation } from './apply-operation';
import type { FlowOperation } from './flow-operation';

/**
 * Refuses a save that empties a flow nobody meant to empty: all steps gone, and not each of them removed by an
 * operation that says so. Without `operations` (a save of the whole document) nothing has said so; a
 * `replace_document` never does. Null when the save may go through.
 */
export function checkReplacement(
  before: FlowDefinition,
  after: FlowDefinition,
  operations: readonly FlowOperation[] = [],
): FlowProblem | null {
  if (listSteps(before).length === 0 || listSteps(after).length > 0) return null;
  const left = removeNamed(before, operations);
  if (left.every((id) => !listSteps(before).includes(id))) return null;
  return {
    severity: 'error',
    nodeId: null,
    path: 'nodes',
    code: 'would_empty_flow',
    message: 'Delete the steps themselves if the flow is to be empty: this save would lose all of them.',
  };
}

/** The steps of a flow: what is there besides the start and the notes. */
function listSteps({ nodes }: FlowDefinition): string[] {
  return nodes.filter((node) => !isKind(node, 'start') && !isKind(node, 'note')).map(({ id }) => id);
}

/** The ids that are left when only what `remove_node` names is taken away. */
function removeNamed(before: FlowDefinition, operations: readonly FlowOperation[]): string[] {
  let current = before;
  for (const operation of operations) {
    if (operation.op === 'replace_document') continue;
    const applied = applyOperation(current, operation);
    if (applied.ok) current = applied.definition;
  }
  return listSteps(current);
}

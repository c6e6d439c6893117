import type { FlowDefinition } from '../flow-definition';
import type { FlowOperation } from './flow-operation';

/** What an edit is called in the list of what can be undone: a key of the catalogue and its values. */
export type OperationLabel = { key: OperationLabelKey; values: Record<string, string | number> };

export type OperationLabelKey =
  | 'addStep'
  | 'deleteStep'
  | 'deleteSteps'
  | 'moveStep'
  | 'moveSteps'
  | 'spliceStep'
  | 'changeStep'
  | 'disableStep'
  | 'enableStep'
  | 'disableSteps'
  | 'enableSteps'
  | 'renameStep'
  | 'connect'
  | 'disconnect'
  | 'reconnect'
  | 'setStart'
  | 'pasteSteps'
  | 'changeGroup'
  | 'deleteGroup'
  | 'collapseGroup'
  | 'expandGroup'
  | 'changeGroups'
  | 'changeDocument'
  | 'replaceDocument'
  | 'severalEdits';

/** The label of an edit; of several operations that do not add up to one kind of edit only their number is told. */
export function describeOperations(
  operations: readonly FlowOperation[],
  definition: FlowDefinition,
): OperationLabel {
  const labels = operations.map((operation) => describe(operation, definition));
  const [first] = labels;
  if (first && labels.length === 1) return first;
  const keys = new Set(labels.map(({ key }) => key));
  const several = keys.size === 1 && first ? inPlural[first.key] : undefined;
  if (several) return { key: several, values: { count: labels.length } };
  // Adding a step and connecting it is adding a step.
  const [added, ...more] = labels.filter(({ key }) => key === 'addStep');
  const isWired = [...keys].every((key) => key === 'addStep' || key === 'connect' || key === 'reconnect');
  if (added && more.length === 0 && isWired) return added;
  return { key: 'severalEdits', values: { count: labels.length } };
}

const inPlural: Partial<Record<OperationLabelKey, OperationLabelKey>> = {
  deleteStep: 'deleteSteps',
  disableStep: 'disableSteps',
  enableStep: 'enableSteps',
};

function named(key: OperationLabelKey, name: string): OperationLabel {
  return { key, values: { name } };
}

/** What a step or a group is called; its id when it has no name or is gone. */
function findName(things: readonly { id: string; name: string }[], wanted: string): string {
  return things.find(({ id }) => id === wanted)?.name || wanted;
}

const keysOfSteps = {
  remove_node: 'deleteStep',
  disconnect: 'disconnect',
  set_connections: 'reconnect',
  set_start: 'setStart',
  move_to_edge: 'spliceStep',
} as const;

function describe(operation: FlowOperation, definition: FlowDefinition): OperationLabel {
  const nameOf = (nodeId: string): string => findName(definition.nodes, nodeId);
  switch (operation.op) {
    case 'add_node':
    case 'insert_on_edge':
      return named('addStep', findName([operation.node], operation.node.id));
    case 'move_nodes':
      return describeMove(operation, nameOf);
    case 'update_node':
      return named(keyOfUpdate(operation), nameOf(operation.nodeId));
    case 'connect':
      return named('connect', nameOf(operation.targetNodeId));
    case 'remove_node':
    case 'disconnect':
    case 'set_connections':
    case 'set_start':
    case 'move_to_edge':
      return named(keysOfSteps[operation.op], nameOf(operation.nodeId));
    default:
      return describeWhole(operation, definition);
  }
}

type Whole = Extract<
  FlowOperation,
  {
    op:
      | 'paste_nodes'
      | 'put_group'
      | 'remove_group'
      | 'collapse_group'
      | 'set_groups'
      | 'update_document'
      | 'replace_document';
  }
>;

function describeWhole(operation: Whole, { groups = [] }: FlowDefinition): OperationLabel {
  const nameOf = (groupId: string): string => findName(groups, groupId);
  switch (operation.op) {
    case 'paste_nodes':
      return { key: 'pasteSteps', values: { count: operation.nodes.length } };
    case 'put_group':
      return named('changeGroup', findName([operation.group], operation.group.id));
    case 'remove_group':
      return { key: 'deleteGroup', values: { name: nameOf(operation.groupId) } };
    case 'collapse_group': {
      const key = operation.isCollapsed ? 'collapseGroup' : 'expandGroup';
      return { key, values: { name: nameOf(operation.groupId) } };
    }
    case 'set_groups':
      return { key: 'changeGroups', values: {} };
    case 'update_document':
      return { key: 'changeDocument', values: {} };
    case 'replace_document':
      return { key: 'replaceDocument', values: {} };
  }
}

type Move = Extract<FlowOperation, { op: 'move_nodes' }>;

function describeMove({ moves }: Move, nameOf: (nodeId: string) => string): OperationLabel {
  const [first] = moves;
  return moves.length === 1 && first
    ? { key: 'moveStep', values: { name: nameOf(first.nodeId) } }
    : { key: 'moveSteps', values: { count: moves.length } };
}

function keyOfUpdate({ set, unset = [] }: Extract<FlowOperation, { op: 'update_node' }>): OperationLabelKey {
  const fields = [...Object.keys(set), ...unset].join();
  if (fields === 'isDisabled') return set['isDisabled'] === true ? 'disableStep' : 'enableStep';
  return fields === 'name' && unset.length === 0 ? 'renameStep' : 'changeStep';
}

import { canBeDisabled, isDisabled, type FlowNode, type FlowOperation } from '@instaflow/flow-model';
import type { BuilderStore } from '../state/builder-store';

/** Switches steps off, or all of them on when all are off; false when none of them can be. */
export function toggleDisabled(store: BuilderStore, nodeIds: ReadonlySet<string>): boolean {
  const { definition, commit } = store.getState();
  const chosen = definition.nodes.filter((node) => nodeIds.has(node.id) && canBeDisabled(node));
  const isOff = areDisabled(chosen);
  const nodes = chosen.filter((node) => isDisabled(node) === isOff);
  const [first] = nodes;
  if (!first) return false;
  const one = isOff ? 'enableStep' : 'disableStep';
  return commit({
    label:
      nodes.length === 1
        ? { key: one, values: { name: first.name } }
        : { key: `${one}s`, values: { count: nodes.length } },
    operations: nodes.map(({ id }) => toOperation(id, !isOff)),
  });
}

/** Whether steps count as off as a whole: every one of them is. */
export function areDisabled(nodes: readonly FlowNode[]): boolean {
  return nodes.length > 0 && nodes.every(isDisabled);
}

function toOperation(nodeId: string, isOff: boolean): FlowOperation {
  return isOff
    ? { op: 'update_node', nodeId, set: { isDisabled: true } }
    : { op: 'update_node', nodeId, set: {}, unset: ['isDisabled'] };
}

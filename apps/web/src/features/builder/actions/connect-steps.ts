import {
  conditionKey,
  listOutlets,
  type ConnectionCondition,
  type FlowDefinition,
} from '@instaflow/flow-model';
import type { BuilderStore } from '../state/builder-store';

/** Leads an outlet of a step to another one, or to nowhere when the target is null. */
export function connectSteps(
  store: BuilderStore,
  {
    nodeId,
    condition,
    targetNodeId,
  }: { nodeId: string; condition: ConnectionCondition | null; targetNodeId: string | null },
): void {
  const { commit, definition } = store.getState();
  if (targetNodeId !== null) {
    const name = definition.nodes.find(({ id }) => id === targetNodeId)?.name ?? '';
    commit({
      label: { key: 'connect', values: { name } },
      operations: [{ op: 'connect', nodeId, targetNodeId, condition }],
    });
    return;
  }
  if (findTarget(definition, nodeId, condition) === null) return;
  commit({ label: { key: 'disconnect' }, operations: [{ op: 'disconnect', nodeId, condition }] });
}

/** Where an outlet leads; null when nowhere. */
export function findTarget(
  definition: FlowDefinition,
  nodeId: string,
  condition: ConnectionCondition | null,
): string | null {
  const key = conditionKey(condition);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  return node?.connections.find((edge) => conditionKey(edge.condition) === key)?.targetNodeId ?? null;
}

/** The condition of the outlet a handle or an edge names by its id. Undefined when there is no such outlet. */
export function findCondition(
  definition: FlowDefinition,
  nodeId: string,
  outletId: string,
): ConnectionCondition | null | undefined {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!node) return undefined;
  return listOutlets(node).find(({ id }) => id === outletId)?.condition;
}

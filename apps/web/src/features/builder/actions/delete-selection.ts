import { conditionKey, type FlowOperation } from '@instaflow/flow-model';
import type { BuilderStore } from '../state/builder-store';
import { findNextFocus } from './find-next-focus';

/** Deletes what is selected: steps (their neighbours are joined) or a connection. The start stays. */
export function deleteSelection(store: BuilderStore): void {
  const { selectedNodeIds, selectedEdgeId } = store.getState();
  if (selectedEdgeId !== null) deleteEdge(store, selectedEdgeId);
  else if (selectedNodeIds.size > 0) deleteSteps(store, [...selectedNodeIds]);
}

/** Deletes steps and joins what led to each with what followed it. */
export function deleteSteps(store: BuilderStore, nodeIds: string[]): void {
  const { definition, commit, goToNode } = store.getState();
  const deletable = nodeIds.filter((id) => id !== definition.startNodeId);
  const [first] = deletable;
  if (first === undefined) return;
  const name = definition.nodes.find(({ id }) => id === first)?.name ?? '';
  const next = findNextFocus(definition, deletable);
  const operations: FlowOperation[] = deletable.map((nodeId) => ({ op: 'remove_node', nodeId, heal: true }));
  const isDone = commit({
    label:
      deletable.length === 1
        ? { key: 'deleteStep', values: { name } }
        : { key: 'deleteSteps', values: { count: deletable.length } },
    operations,
    select: [],
  });
  // The focus must not fall out of the canvas with the step that had it.
  if (isDone && next !== null) goToNode(next);
}

/** Deletes one connection, named by the id of its edge. */
export function deleteEdge(store: BuilderStore, edgeId: string): void {
  const { definition, commit } = store.getState();
  const separator = edgeId.indexOf('|');
  const nodeId = edgeId.slice(0, separator);
  const outletId = edgeId.slice(separator + 1);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  const edge = node?.connections.find(({ condition }) => conditionKey(condition) === outletId);
  if (!edge) return;
  commit({
    label: { key: 'disconnect' },
    operations: [{ op: 'disconnect', nodeId, condition: edge.condition }],
    select: [],
  });
}

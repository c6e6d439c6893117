import type { FlowGroup } from '@instaflow/flow-model';
import { newNodeId } from '../actions/new-node-id';
import type { BuilderStore } from '../state/builder-store';
import type { PaperColor } from './paper-colors';

/** Frames the selected steps; its name is to be typed next. */
export function groupSelection(store: BuilderStore, name: string): void {
  const { definition, selectedNodeIds, commit, setEditingGroup } = store.getState();
  const nodeIds = definition.nodes.map(({ id }) => id).filter((id) => selectedNodeIds.has(id));
  if (nodeIds.length === 0) return;
  const taken = new Set(definition.groups?.map((group) => group.name));
  let number = 1;
  while (taken.has(toName(name, number))) number += 1;
  const group = { id: newNodeId(), name: toName(name, number), nodeIds };
  const isDone = commit({
    label: { key: 'addGroup', values: { count: nodeIds.length } },
    operations: [{ op: 'put_group', group }],
  });
  if (isDone) setEditingGroup(group.id);
}

const toName = (name: string, number: number): string => (number === 1 ? name : `${name} ${String(number)}`);

/** The groups that hold a selected step. */
export function listSelectedGroups(store: BuilderStore): FlowGroup[] {
  const { definition, selectedNodeIds } = store.getState();
  return (definition.groups ?? []).filter(({ nodeIds }) => nodeIds.some((id) => selectedNodeIds.has(id)));
}

/** Takes the frames off the selected steps; false when they have none. */
export function ungroupSelection(store: BuilderStore): boolean {
  const groups = listSelectedGroups(store);
  for (const group of groups) ungroup(store, group);
  return groups.length > 0;
}

/** Takes a frame away; its steps stay. */
export function ungroup(store: BuilderStore, { id, name }: FlowGroup): void {
  store.getState().commit({
    label: { key: 'deleteGroup', values: { name } },
    operations: [{ op: 'remove_group', groupId: id }],
  });
}

/** Changes the name or the colour of a group. */
export function changeGroup(
  store: BuilderStore,
  group: FlowGroup,
  change: { name?: string; color?: PaperColor },
): void {
  const isRename = change.name !== undefined;
  store.getState().commit({
    label: { key: isRename ? 'renameGroup' : 'changeGroup', values: { name: change.name ?? group.name } },
    operations: [{ op: 'put_group', group: { ...group, ...change } }],
    ...(isRename ? { coalesceKey: `${group.id}/name` } : {}),
  });
}

/** Folds a group to one card or opens it again; for whoever may only look, in their own view. */
export function foldGroup(store: BuilderStore, { id, name }: FlowGroup, isCollapsed: boolean): void {
  const { isReadOnly, peekGroup, commit, definition } = store.getState();
  peekGroup(id, !isCollapsed && isReadOnly);
  const isStored = definition.groups?.find((group) => group.id === id)?.isCollapsed === true;
  if (isReadOnly || isStored === isCollapsed) return;
  commit({
    label: { key: isCollapsed ? 'collapseGroup' : 'expandGroup', values: { name } },
    operations: [{ op: 'collapse_group', groupId: id, isCollapsed }],
  });
}

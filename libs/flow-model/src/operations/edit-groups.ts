import type { FlowDefinition } from '../flow-definition';
import type { FlowGroup } from '../flow-group';
import { refuse, type AppliedOperation, type OperationOf } from './operation-result';

/** Replaces all groups. */
export function setGroups(
  definition: FlowDefinition,
  { groups }: OperationOf<'set_groups'>,
): AppliedOperation {
  const { groups: before, ...rest } = definition;
  return {
    ok: true,
    definition: groups === null ? rest : { ...definition, groups },
    inverse: [{ op: 'set_groups', groups: before ?? null }],
  };
}

/** Adds a group, or replaces the one of its id. */
export function putGroup(definition: FlowDefinition, { group }: OperationOf<'put_group'>): AppliedOperation {
  const ids = new Set(definition.nodes.map(({ id }) => id));
  const missing = group.nodeIds.find((id) => !ids.has(id));
  if (missing !== undefined) {
    return refuse('node_not_found', 'A node of this group no longer exists: reload the flow.', missing);
  }
  return setGroups(definition, { op: 'set_groups', groups: withGroup(definition, group).groups ?? [] });
}

/** Takes a group away; its nodes stay. */
export function removeGroup(
  definition: FlowDefinition,
  { groupId }: OperationOf<'remove_group'>,
): AppliedOperation {
  if (!hasGroup(definition, groupId)) return refuseMissingGroup();
  const groups = definition.groups?.filter(({ id }) => id !== groupId) ?? [];
  return setGroups(definition, { op: 'set_groups', groups: groups.length > 0 ? groups : null });
}

/** Draws a group as one card, or opens it again. */
export function collapseGroup(
  definition: FlowDefinition,
  { groupId, isCollapsed }: OperationOf<'collapse_group'>,
): AppliedOperation {
  if (!hasGroup(definition, groupId)) return refuseMissingGroup();
  const groups = definition.groups?.map((group) =>
    group.id === groupId ? { ...group, isCollapsed } : group,
  );
  return setGroups(definition, { op: 'set_groups', groups: groups ?? null });
}

/** The document with a group in it; nodes it takes leave their groups. */
export function withGroup(definition: FlowDefinition, group: FlowGroup): FlowDefinition {
  const taken = new Set(group.nodeIds);
  const others = (definition.groups ?? []).map((other) =>
    other.id !== group.id && other.nodeIds.some((id) => taken.has(id))
      ? { ...other, nodeIds: other.nodeIds.filter((id) => !taken.has(id)) }
      : other,
  );
  const at = others.findIndex(({ id }) => id === group.id);
  return { ...definition, groups: at < 0 ? [...others, group] : others.with(at, group) };
}

/** The groups without a node; the same list when it is in none. */
export function leaveGroups(groups: FlowGroup[] | undefined, nodeId: string): FlowGroup[] | undefined {
  if (!groups?.some(({ nodeIds }) => nodeIds.includes(nodeId))) return groups;
  return groups.map((group) => ({ ...group, nodeIds: group.nodeIds.filter((id) => id !== nodeId) }));
}

function hasGroup(definition: FlowDefinition, groupId: string): boolean {
  return definition.groups?.some(({ id }) => id === groupId) ?? false;
}

function refuseMissingGroup(): AppliedOperation {
  return refuse('group_not_found', 'This group no longer exists: reload the flow.');
}

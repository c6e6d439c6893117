import { flowDefinitionSchema, type FlowDefinition, type FlowNode } from '../flow-definition';
import type { FlowConflict } from './flow-conflict';
import { mergeGroups } from './merge-groups';
import { mergeOrder, toKeyed } from './merge-lists';
import { mergeNode, toJson } from './merge-nodes';
import { mergeValue, type Clash, type Sides } from './merge-value';

export type MergedFlow = { definition: FlowDefinition; conflicts: FlowConflict[] };

/**
 * Three-way merge by node, field and edge. What one side left alone is taken from the other. Where both changed the
 * same, the document holds theirs (already saved and seen by others) and the conflict is told; what one side deleted
 * and the other changed or newly leads to, stays. No edge, start or group of the result names a node that is not in
 * it, unless a document by hand did so before. Resolve conflicts with `resolveConflict`.
 */
export function mergeFlows(base: FlowDefinition, mine: FlowDefinition, theirs: FlowDefinition): MergedFlow {
  const nodes = mergeAllNodes({ base, mine, theirs });
  const ids = new Set(nodes.list.map(({ id }) => id));
  const known = new Set([base, mine, theirs].flatMap((side) => side.nodes.map(({ id }) => id)));
  const list = nodes.list.map((node) => dropLostEdges(node, ids, known));
  const document = mergeDocument({ base, mine, theirs });
  const groups = mergeGroups({ base: base.groups, mine: mine.groups, theirs: theirs.groups }, ids);
  const candidates = [
    document.definition.startNodeId,
    theirs.startNodeId,
    mine.startNodeId,
    base.startNodeId,
  ];
  const startNodeId = candidates.find((id) => ids.has(id)) ?? document.definition.startNodeId;
  return {
    definition: { ...document.definition, startNodeId, nodes: list, ...(groups ? { groups } : {}) },
    conflicts: [...nodes.conflicts, ...document.conflicts],
  };
}

function mergeAllNodes(sides: Sides<FlowDefinition>): { list: FlowNode[]; conflicts: FlowConflict[] } {
  const keyed = {
    base: toKeyed(sides.base.nodes, ({ id }) => id),
    mine: toKeyed(sides.mine.nodes, ({ id }) => id),
    theirs: toKeyed(sides.theirs.nodes, ({ id }) => id),
  };
  const maps = {
    base: new Map(keyed.base.map(({ key, value }) => [key, value])),
    mine: new Map(keyed.mine.map(({ key, value }) => [key, value])),
    theirs: new Map(keyed.theirs.map(({ key, value }) => [key, value])),
  };
  const needed = {
    mine: listNewTargets(sides.base, sides.mine),
    theirs: listNewTargets(sides.base, sides.theirs),
  };
  const merged = new Map<string, FlowNode>();
  const conflicts: FlowConflict[] = [];
  for (const key of new Set([...maps.base.keys(), ...maps.theirs.keys(), ...maps.mine.keys()])) {
    const mine = maps.mine.get(key) ?? null;
    const theirs = maps.theirs.get(key) ?? null;
    const isNeeded = (mine ? needed.mine : needed.theirs).has(key);
    const result = mergeNode({ base: maps.base.get(key) ?? null, mine, theirs }, isNeeded);
    conflicts.push(...result.conflicts);
    if (result.node) merged.set(key, result.node);
  }
  const order = mergeOrder({
    base: [...maps.base.keys()],
    mine: [...maps.mine.keys()],
    theirs: [...maps.theirs.keys()],
    kept: new Set(merged.keys()),
  });
  return { list: order.flatMap((key) => merged.get(key) ?? []), conflicts };
}

/** The nodes that something leads to which did not before. */
function listNewTargets(base: FlowDefinition, side: FlowDefinition): Set<string> {
  const before = new Map(
    base.nodes.map(({ id, connections }) => [id, new Set(connections.map((edge) => edge.targetNodeId))]),
  );
  const targets = side.nodes.flatMap(({ id, connections }) =>
    connections.map((edge) => edge.targetNodeId).filter((target) => !before.get(id)?.has(target)),
  );
  return new Set(side.startNodeId === base.startNodeId ? targets : [...targets, side.startNodeId]);
}

function dropLostEdges(node: FlowNode, ids: ReadonlySet<string>, known: ReadonlySet<string>): FlowNode {
  const isLost = (target: string): boolean => known.has(target) && !ids.has(target);
  if (!node.connections.some(({ targetNodeId }) => isLost(targetNodeId))) return node;
  return { ...node, connections: node.connections.filter(({ targetNodeId }) => !isLost(targetNodeId)) };
}

/** Everything but nodes and groups; each field is taken as a whole. */
function mergeDocument({ base, mine, theirs }: Sides<FlowDefinition>): MergedFlow {
  const sides = { base: withoutParts(base), mine: withoutParts(mine), theirs: withoutParts(theirs) };
  const merged = mergeValue(sides, (path) => path.length > 0);
  const parsed = flowDefinitionSchema.safeParse(merged.value);
  return {
    definition: parsed.success ? parsed.data : sides.theirs,
    conflicts: merged.clashes.map(toConflict),
  };
}

function withoutParts(definition: FlowDefinition): FlowDefinition {
  const { groups: _groups, ...rest } = definition;
  return { ...rest, nodes: [] };
}

function toConflict({ path, base, mine, theirs }: Clash): FlowConflict {
  return {
    nodeId: null,
    nodeName: '',
    path,
    reason: 'both_changed',
    base: toJson(base),
    mine: toJson(mine),
    theirs: toJson(theirs),
  };
}

import { isKind, type FlowDefinition, type FlowNode } from '@instaflow/flow-model';
import type { FlowSource } from '../flow-source';
import type { TalkWorld } from './talk';

/**
 * The world as a talk needs it: the draft stands for its flow, and a randomizer whose branch is forced has only that
 * one. A branch that is not there any more forces nothing.
 */
export function forceBranches(world: TalkWorld): TalkWorld {
  const forced = new Map(Object.entries(world.forcedBranches ?? {}));
  const adapt = (source: FlowSource): FlowSource =>
    forced.size === 0 ? source : { ...source, definition: forceIn(source.definition, forced) };
  const draft = adapt(world.draft);
  const find = (source: FlowSource | null) => (source === null ? null : adapt(source));
  return {
    ...world,
    draft,
    findFlow: (flowId) => (flowId === draft.flowId ? draft : find(world.findFlow(flowId))),
    findVersion: (id) => (id === draft.flowVersionId ? draft : find(world.findVersion(id))),
  };
}

function forceIn(definition: FlowDefinition, forced: ReadonlyMap<string, string>): FlowDefinition {
  return { ...definition, nodes: definition.nodes.map((node) => forceAt(node, forced.get(node.id))) };
}

function forceAt(node: FlowNode, branchId: string | undefined): FlowNode {
  if (branchId === undefined || !isKind(node, 'randomizer')) return node;
  const chosen = (node.branches ?? []).find(({ id }) => id === branchId);
  return chosen ? { ...node, branches: [{ ...chosen, weight: 1 }] } : node;
}

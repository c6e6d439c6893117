import { listOutlets, type FlowDefinition, type FlowNode, type Outlet } from '@instaflow/flow-model';
import { listFlowOrder } from '../canvas/list-flow-order';

export type OutlineStep = {
  node: FlowNode;
  /** Place in flow order, from 1. */
  step: number;
  /** How deep below the start; steps after one another stay on one level, ways of a branching step go one deeper. */
  level: number;
  isReached: boolean;
  outlets: Outlet[];
};

/** The flow as a list a reader can follow from top to bottom. */
export function listOutline(definition: FlowDefinition): OutlineStep[] {
  const byId = new Map(definition.nodes.map((node) => [node.id, node]));
  const levels = new Map<string, number>([[definition.startNodeId, 0]]);
  return listFlowOrder(definition).flatMap((id, index) => {
    const node = byId.get(id);
    if (!node) return [];
    const isReached = levels.has(id);
    const level = levels.get(id) ?? 0;
    const targets = new Set(node.connections.map(({ targetNodeId }) => targetNodeId));
    for (const target of targets) {
      if (!levels.has(target)) levels.set(target, isReached ? level + (targets.size > 1 ? 1 : 0) : level);
    }
    const outlets = listOutlets(node).filter((outlet) => !outlet.isException || isUsed(node, outlet));
    return [{ node, step: index + 1, level, isReached: isReached || node.type === 'note', outlets }];
  });
}

function isUsed(node: FlowNode, outlet: Outlet): boolean {
  return node.connections.some(({ condition }) => condition?.type === outlet.condition?.type);
}

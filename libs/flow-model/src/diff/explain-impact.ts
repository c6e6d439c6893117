import { conditionKey } from '../connection-condition';
import type { FlowDefinition, FlowNode } from '../flow-definition';
import { findWayPast } from '../kinds/find-way-past';
import { isDisabled } from '../kinds/is-disabled';
import { listOutlets } from '../kinds/list-outlets';

/** How many people stand at a node of the older document. */
export type StandingPeople = { nodeId: string; count: number };

export type PeopleImpact = StandingPeople & {
  nodeName: string;
  /** They stay at their step, go on at another one, or have nowhere left to go. */
  outcome: 'stays' | 'moves' | 'ends';
  /** Where they stand afterwards; null when their walk ends. */
  target: { nodeId: string; name: string } | null;
  /** Outputs they may still take (a button they can see) that lead nowhere any more. */
  lostOutlets: string[];
};

/**
 * What a new version means for the people who stand in an older one, if they are moved to it: who stands at a step
 * that is still there stays; who stands at one that is gone (or has become another kind) goes to the next step on their
 * way that is, past those that are switched off. Those who stand where most people do come first.
 */
export function explainImpact(
  before: FlowDefinition,
  after: FlowDefinition,
  standing: readonly StandingPeople[],
): PeopleImpact[] {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const current = new Map(after.nodes.map((node) => [node.id, node]));
  return standing
    .filter(({ count }) => count > 0)
    .map(({ nodeId, count }): PeopleImpact => {
      const was = old.get(nodeId);
      const target = was ? findPlaceOf(was, old, current) : null;
      return {
        nodeId,
        count,
        nodeName: was?.name || nodeId,
        outcome: target === null ? 'ends' : target.id === nodeId ? 'stays' : 'moves',
        target: target && { nodeId: target.id, name: target.name || target.id },
        lostOutlets: was && target?.id === nodeId ? listLostOutlets(was, target) : [],
      };
    })
    .toSorted((a, b) => b.count - a.count);
}

/** Who stands at a step goes on standing there, switched off or not; only whoever comes to one walks past it. */
function findPlaceOf(
  was: FlowNode,
  old: ReadonlyMap<string, FlowNode>,
  current: ReadonlyMap<string, FlowNode>,
): FlowNode | null {
  const kept = findTarget(was, old, current);
  return kept === null || kept.id === was.id ? kept : passDisabled(kept, current);
}

/** The node itself, or the nearest one behind it, that the new document still has. */
function findTarget(
  from: FlowNode,
  old: ReadonlyMap<string, FlowNode>,
  current: ReadonlyMap<string, FlowNode>,
): FlowNode | null {
  const queue = [from];
  const seen = new Set([from.id]);
  for (let node = queue.shift(); node; node = queue.shift()) {
    const kept = current.get(node.id);
    if (kept?.type === node.type) return kept;
    // The default connection first: it is the way of those who answer nothing.
    const edges = node.connections.toSorted((a, b) => rank(a.condition) - rank(b.condition));
    for (const { targetNodeId } of edges) {
      const next = old.get(targetNodeId);
      if (!next || seen.has(targetNodeId)) continue;
      seen.add(targetNodeId);
      queue.push(next);
    }
  }
  return null;
}

/** Where a run goes that comes to a node: on from those that are switched off. */
function passDisabled(from: FlowNode, current: ReadonlyMap<string, FlowNode>): FlowNode | null {
  const seen = new Set<string>();
  let node: FlowNode | null = from;
  while (node && isDisabled(node)) {
    if (seen.has(node.id)) return null;
    seen.add(node.id);
    const way = findWayPast(node);
    node = (way && current.get(way.targetNodeId)) ?? null;
  }
  return node;
}

function rank(condition: FlowNode['connections'][number]['condition']): number {
  return condition === null || condition.type === 'else' ? 0 : 1;
}

function listLostOutlets(before: FlowNode, after: FlowNode): string[] {
  const led = new Set(before.connections.map(({ condition }) => conditionKey(condition)));
  const leading = new Set(after.connections.map(({ condition }) => conditionKey(condition)));
  return listOutlets(before)
    .filter(({ id }) => led.has(id) && !leading.has(id))
    .map(({ label }) => label);
}

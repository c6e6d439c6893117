import {
  conditionKey,
  type Connection,
  type ConnectionCondition,
  type FlowDefinition,
  type FlowNode,
  type FlowOperation,
} from '@instaflow/flow-model';
import { listFreeOutlets, toFreeName } from '../actions/add-step';
import { findCondition, findTarget } from '../actions/connect-steps';
import { listFlowOrder } from '../canvas/list-flow-order';
import type { Positions } from '../canvas/position';
import type { Wiring } from '../state/canvas-slice';
import { toDocument } from './lay-out-proposal';
import { placeBlock } from './place-block';
import type { DraftedSteps } from './shown-proposal';

export type PlacedProposal = {
  /** What puts the steps into the flow; all of them are one edit. */
  operations: FlowOperation[];
  /** The steps as they will be. */
  steps: FlowNode[];
  /** What they were to follow is not there any more: they stand on their own. */
  isLost: boolean;
};

/** Where the steps are led to from, and where that led before; null when nowhere. */
type Joint = { nodeId: string; condition: ConnectionCondition | null; onwardId: string | null };

/**
 * Finds the edit that accepts drafted steps in a flow as it is now: pasted with names and places of their own, led to
 * from where they are to follow, and, where that led on already, leading on there by the last way out that is free.
 */
export function placeProposal(
  { definition, automaticPositions }: { definition: FlowDefinition; automaticPositions: Positions },
  { proposal, layout, place }: DraftedSteps,
): PlacedProposal {
  const { nodes, firstNodeId } = proposal;
  const joint = findJoint(definition, place.wiring);
  const onward = joint?.onwardId ? findOnward(proposal, joint.onwardId) : null;
  const positions = placeBlock({
    definition,
    automaticPositions,
    nodes,
    layout,
    firstNodeId,
    at: place.position,
    afterNodeId: joint?.nodeId ?? listFlowOrder(definition).at(-1) ?? '',
  });
  const placed: FlowNode[] = [];
  for (const node of nodes) {
    const name = toFreeName(node.name, [...definition.nodes, ...placed]);
    const connections =
      node.id === onward?.nodeId ? [...node.connections, onward.connection] : node.connections;
    placed.push({ ...node, name, connections, position: positions[node.id] });
  }
  const paste: FlowOperation = { op: 'paste_nodes', nodes: placed };
  return {
    operations: joint ? [paste, leadTo(firstNodeId, joint)] : [paste],
    steps: placed,
    isLost: joint === null && place.wiring.kind !== 'none',
  };
}

function leadTo(targetNodeId: string, { nodeId, condition }: Joint): FlowOperation {
  return { op: 'connect', nodeId, targetNodeId, condition };
}

/** Asked of the flow as it is, not of the wiring: meanwhile a way out may have been led elsewhere, or nowhere. */
function findJoint(definition: FlowDefinition, wiring: Wiring): Joint | null {
  if (wiring.kind === 'none') return null;
  const { nodeId, condition } = wiring;
  if (findCondition(definition, nodeId, conditionKey(condition)) === undefined) return null;
  const targetId = findTarget(definition, nodeId, condition);
  const isThere = definition.nodes.some(({ id }) => id === targetId);
  return { nodeId, condition, onwardId: isThere ? targetId : null };
}

/** The last plain way out that leads nowhere; where there is none, the first free one of the last step that has any. */
function findOnward(
  proposal: DraftedSteps['proposal'],
  targetNodeId: string,
): { nodeId: string; connection: Connection } | null {
  const byId = new Map(proposal.nodes.map((node) => [node.id, node]));
  const order = listFlowOrder(toDocument(proposal)).reverse();
  const ends = order.flatMap((nodeId) => {
    const node = byId.get(nodeId);
    return node ? listFreeOutlets(node).map(({ condition }) => ({ nodeId, condition })) : [];
  });
  const end = ends.find(({ condition }) => condition === null) ?? ends[0];
  return end ? { nodeId: end.nodeId, connection: { targetNodeId, condition: end.condition } } : null;
}

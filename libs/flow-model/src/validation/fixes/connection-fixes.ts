import type { ConnectionCondition } from '../../connection-condition';
import { isKind, type FlowDefinition, type FlowNode } from '../../flow-definition';
import type { FlowFix } from '../../flow-problem';
import { createNode } from '../../kinds/create-node';
import { listOwnOutlets } from '../../kinds/list-outlets';
import type { FlowOperation } from '../../operations/flow-operation';
import { findConnectionAt, fixBy, toFreeId, type FixInput, type MakeFix } from './fix-input';

/** Takes the connection away that the problem is about. */
export const removeConnection: MakeFix = ({ node, problem }) => {
  const found = findConnectionAt(node, problem.path);
  if (!found) return null;
  const connections = node.connections.toSpliced(found.at, 1);
  return fixBy('remove_connection', 'Remove this connection', {
    op: 'set_connections',
    nodeId: node.id,
    connections,
  });
};

/** Takes away all connections of a node that never goes on. */
export const removeConnections: MakeFix = ({ node }) =>
  fixBy('remove_connection', 'Remove its connections', {
    op: 'set_connections',
    nodeId: node.id,
    connections: [],
  });

/** Compares a keyword connection by words instead of by a pattern that is none. */
export const matchByWords: MakeFix = ({ node, problem }) => {
  const found = findConnectionAt(node, problem.path);
  if (found?.edge.condition?.type !== 'keyword') return null;
  const { type, value } = found.edge.condition;
  const edge = { ...found.edge, condition: { type, value } };
  return fixBy('match_by_words', 'Compare by words instead', {
    op: 'set_connections',
    nodeId: node.id,
    connections: node.connections.with(found.at, edge),
  });
};

type Place = Pick<FixInput, 'definition' | 'node' | 'nodeIds'>;

/** Leads an open button or branch to a person, who can always go on. */
export function handOverAt(place: Place, condition: ConnectionCondition): FlowFix | null {
  const isTwin = place.nodeIds.size < place.definition.nodes.length;
  return isTwin
    ? null
    : fixBy('connect_to_person', 'Hand over to a person there', ...leadToPerson(place, condition));
}

/** Lets a person go on where the window has closed. */
export const connectOutsideWindow: MakeFix = (input) => {
  const hasOutlet = listOwnOutlets(input.node).some(({ id }) => id === 'outside_window');
  if (!hasOutlet) return null;
  return fixBy(
    'connect_outside_window',
    'Hand over to a person when it is too late',
    ...leadToPerson(input, { type: 'outside_window' }),
  );
};

/** Goes on after a failed call as after one that went well. */
export const connectFailure: MakeFix = (input) => {
  const { node } = input;
  const next = node.connections.find(({ condition }) => condition === null);
  if (!next || !input.nodeIds.has(next.targetNodeId)) return null;
  return fixBy('connect_failure', 'Go on without the answer', {
    op: 'connect',
    nodeId: node.id,
    targetNodeId: next.targetNodeId,
    condition: { type: 'error' },
  });
};

function leadToPerson(input: Place, condition: ConnectionCondition): FlowOperation[] {
  const { definition, node, nodeIds } = input;
  const person = findSilentPerson(definition);
  if (person) return [{ op: 'connect', nodeId: node.id, targetNodeId: person.id, condition }];
  const id = toFreeId(nodeIds, 'person');
  const position = node.position ? { x: node.position.x + 360, y: node.position.y + 240 } : undefined;
  return [
    {
      op: 'add_node',
      node: createNode({ kind: 'human_takeover', id, ...(position ? { position } : {}) }),
    },
    { op: 'connect', nodeId: node.id, targetNodeId: id, condition },
  ];
}

/** A hand-over that writes nothing itself, and so can come at any time. */
function findSilentPerson({ nodes }: FlowDefinition): FlowNode | undefined {
  return nodes.find((node) => isKind(node, 'human_takeover') && !node.messageToContact);
}

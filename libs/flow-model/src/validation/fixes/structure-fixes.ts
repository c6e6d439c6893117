import { isKind, type FlowDefinition } from '../../flow-definition';
import { createNode } from '../../kinds/create-node';
import { buttonPayload } from '../../kinds/button';
import type { FlowFix } from '../../flow-problem';
import { bypassDisabled } from '../bypass-disabled';
import { instagramLimits } from '../instagram-limits';
import { fixBy, toFreeId, type FixInput, type MakeFix } from './fix-input';
import { readField, setPath } from '../../operations/node-paths';

/** Removes the node and joins what led to it with what followed it. */
export const removeNode: MakeFix = ({ node, definition }) =>
  node.id === definition.startNodeId
    ? null
    : fixBy('remove_node', 'Remove this step', { op: 'remove_node', nodeId: node.id, heal: true });

/** A start in front of the node where everything seems to begin. */
export function addStart({ definition, nodeIds }: Omit<FixInput, 'node'>): FlowFix | null {
  const targets = new Set(
    definition.nodes.flatMap(({ connections }) => connections.map((c) => c.targetNodeId)),
  );
  const candidates = definition.nodes.filter((node) => !isKind(node, 'note'));
  const first =
    candidates.find(({ id }) => id === definition.startNodeId) ??
    candidates.find(({ id }) => !targets.has(id)) ??
    candidates[0];
  const id = nodeIds.has('start') || targets.has('start') ? toFreeId(nodeIds, 'start') : 'start';
  const position = first?.position ? { x: first.position.x - 340, y: first.position.y } : undefined;
  const start = createNode({ kind: 'start', id, ...(position ? { position } : {}) });
  const connections = first ? [{ targetNodeId: first.id, condition: null }] : [];
  return fixBy(
    'add_start',
    'Add a start',
    { op: 'add_node', node: { ...start, connections }, index: 0 },
    { op: 'set_start', nodeId: id },
  );
}

/** Makes the start node the start. */
export function setStart({ definition }: Pick<FixInput, 'definition'>): FlowFix | null {
  const start = definition.nodes.find((node) => isKind(node, 'start'));
  return start ? fixBy('set_start', 'Begin at the start step', { op: 'set_start', nodeId: start.id }) : null;
}

/** New ids for nodes whose id another one has. Connections lead to the first of them, as they did. */
export function separateNodes({ definition, problem }: FixInput): FlowFix | null {
  const taken = new Set(definition.nodes.map(({ id }) => id));
  const seen = new Set<string>();
  const nodes = definition.nodes.map((node) => {
    if (node.id !== problem.nodeId || !seen.has(node.id)) {
      seen.add(node.id);
      return node;
    }
    const id = toFreeId(taken, node.id);
    taken.add(id);
    return { ...node, id };
  });
  return fixBy('separate_nodes', 'Give it an id of its own', {
    op: 'replace_document',
    definition: { ...definition, nodes },
  });
}

/** Offers a person where people choose anyway: as one more quick reply of the first menu. */
export function offerPerson({
  definition,
  nodeIds,
}: Pick<FixInput, 'definition' | 'nodeIds'>): FlowFix | null {
  const menu = findMenu(bypassDisabled(definition));
  if (!menu) return null;
  const id = toFreeId(nodeIds, 'person');
  const payload = 'TALK_TO_A_PERSON';
  const buttons = readField(menu, 'content');
  const list =
    typeof buttons === 'object' && buttons !== null && !Array.isArray(buttons) ? buttons['buttons'] : null;
  const made = [
    ...(Array.isArray(list) ? list : []),
    { type: 'quick_reply', text: 'Talk to a person', payload },
  ];
  const position = menu.position ? { x: menu.position.x + 360, y: menu.position.y + 320 } : undefined;
  return fixBy(
    'offer_person',
    `Offer a person in “${menu.name || menu.id}”`,
    { op: 'add_node', node: createNode({ kind: 'human_takeover', id, ...(position ? { position } : {}) }) },
    setPath(menu, 'content.buttons', made),
    {
      op: 'connect',
      nodeId: menu.id,
      targetNodeId: id,
      condition: { type: 'button_payload', value: payload },
    },
  );
}

function findMenu({ nodes, startNodeId }: FlowDefinition) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const queue = [startNodeId];
  const seen = new Set(queue);
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const node = byId.get(at);
    if (!node) continue;
    if (isKind(node, 'message') && canTakeReply(node)) return node;
    for (const { targetNodeId } of node.connections) {
      if (seen.has(targetNodeId)) continue;
      seen.add(targetNodeId);
      queue.push(targetNodeId);
    }
  }
  return null;
}

function canTakeReply(node: Extract<FlowDefinition['nodes'][number], { type: 'message' }>): boolean {
  if (!isKind(node, 'message')) return false;
  const buttons = node.content?.buttons ?? [];
  return (
    buttons.length > 0 &&
    buttons.length < instagramLimits.quickReplies &&
    buttons.every(({ type }) => type === 'quick_reply') &&
    buttons.every((button) => buttonPayload(button) !== 'TALK_TO_A_PERSON') &&
    node.connections.some(({ condition }) => condition?.type === 'button_payload')
  );
}

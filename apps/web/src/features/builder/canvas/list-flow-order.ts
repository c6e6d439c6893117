import { listOutlets, conditionKey, type FlowDefinition, type FlowNode } from '@instaflow/flow-model';

const known = new WeakMap<FlowDefinition, readonly string[]>();

/**
 * Node ids in the order a reader follows them: depth first from the start along the outlets from top to bottom, then
 * what nothing leads to in the order of the document. Iterative: a flow may be a chain of 2000 nodes.
 * Found once for each document, which many parts of the screen ask for.
 */
export function listFlowOrder(definition: FlowDefinition): string[] {
  const order = known.get(definition) ?? findFlowOrder(definition);
  known.set(definition, order);
  return [...order];
}

function findFlowOrder(definition: FlowDefinition): string[] {
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  for (const rootId of [definition.startNodeId, ...nodes.keys()]) {
    const stack = [rootId];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const node = nodes.get(id);
      if (!node || seen.has(id)) continue;
      seen.add(id);
      stack.push(...listTargets(node).reverse());
    }
  }
  return [...seen];
}

const knownTargets = new WeakMap<FlowNode, readonly string[]>();

/** Targets of a node's connections, in the order of its outlets. Found once for each node: an edit changes one. */
export function listTargets(node: FlowNode): string[] {
  const targets = knownTargets.get(node) ?? findTargets(node);
  knownTargets.set(node, targets);
  return [...targets];
}

function findTargets(node: FlowNode): string[] {
  if (node.connections.length < 2) return node.connections.map(({ targetNodeId }) => targetNodeId);
  const places = new Map(listOutlets(node).map(({ id }, index) => [id, index]));
  const place = (condition: FlowNode['connections'][number]['condition']) =>
    places.get(conditionKey(condition)) ?? places.size;
  return [...node.connections]
    .sort((left, right) => place(left.condition) - place(right.condition))
    .map(({ targetNodeId }) => targetNodeId);
}

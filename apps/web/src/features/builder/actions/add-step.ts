import {
  conditionKey,
  createNode,
  listOutlets,
  type FlowNode,
  type FlowOperation,
  type NodeKind,
  type Outlet,
} from '@instaflow/flow-model';
import type { Position } from '../canvas/position';
import { placeAfter, snapToGrid } from '../canvas/place-node';
import { listFlowOrder } from '../canvas/list-flow-order';
import { measureNode } from '../card/measure-node';
import type { BuilderStore } from '../state/builder-store';
import type { Wiring } from '../state/canvas-slice';
import { selectOnlyNodeId } from '../state/selection-slice';
import { newNodeId } from './new-node-id';

export type AddStepInput = {
  kind: NodeKind;
  name: string;
  wiring: Wiring;
  /** Where the step's upper left corner goes; a free place after the step it is wired to when null. */
  position: Position | null;
};

/** Adds a step, wires it, selects it and opens its panel. Answers its id; null when the document refused it. */
export function addStep(store: BuilderStore, { kind, name, wiring, position }: AddStepInput): string | null {
  const { definition, commit, openNode } = store.getState();
  const id = newNodeId();
  const node = createNode({ kind, id, name: toFreeName(name, definition.nodes) });
  const placed = { ...node, position: position ?? findPlace(store, wiring, node) };
  const isAdded = commit({
    label: { key: 'addStep', values: { name: placed.name } },
    operations: wireOperations(placed, wiring, store),
    select: [id],
  });
  if (!isAdded) return null;
  openNode(id, '');
  return id;
}

/** Where a step goes when it is added without pointing: after the selected one, or after the last of the flow. */
export function findWiringAfterSelection(store: BuilderStore): Wiring {
  const { definition } = store.getState();
  const selectedId = selectOnlyNodeId(store.getState());
  const order = selectedId === null ? listFlowOrder(definition).reverse() : [selectedId];
  for (const nodeId of order) {
    const node = definition.nodes.find(({ id }) => id === nodeId);
    if (!node) continue;
    const [free] = listFreeOutlets(node);
    if (free) return { kind: 'outlet', nodeId, condition: free.condition };
    const next = node.connections.find(({ condition }) => condition === null);
    if (next && selectedId !== null) return { kind: 'edge', nodeId, condition: null };
  }
  return { kind: 'none' };
}

/** The outputs of a step that lead nowhere yet, but for those of what rarely happens. */
export function listFreeOutlets(node: FlowNode): Outlet[] {
  const taken = new Set(node.connections.map(({ condition }) => conditionKey(condition)));
  return listOutlets(node).filter(({ id, isException }) => !isException && !taken.has(id));
}

function wireOperations(node: FlowNode, wiring: Wiring, store: BuilderStore): FlowOperation[] {
  const isStartless = node.type === 'note';
  if (wiring.kind === 'none' || isStartless) return [{ op: 'add_node', node }];
  const { nodeId, condition } = wiring;
  const lead: FlowOperation = { op: 'connect', nodeId, targetNodeId: node.id, condition };
  if (wiring.kind === 'outlet') return [{ op: 'add_node', node }, lead];
  const outlets = listOutlets(node);
  if (outlets.some(({ id }) => id === 'next')) return [{ op: 'insert_on_edge', nodeId, condition, node }];
  // A step without a plain way on (a condition, say) takes the rest of the flow to its first outlet.
  const source = store.getState().definition.nodes.find(({ id }) => id === nodeId);
  const key = conditionKey(condition);
  const oldTarget = source?.connections.find((edge) => conditionKey(edge.condition) === key)?.targetNodeId;
  const [first] = outlets;
  const connections = first && oldTarget ? [{ targetNodeId: oldTarget, condition: first.condition }] : [];
  return [{ op: 'add_node', node: { ...node, connections } }, lead];
}

function findPlace(store: BuilderStore, wiring: Wiring, node: FlowNode): Position {
  const { definition, automaticPositions } = store.getState();
  const nodeId = wiring.kind === 'none' ? (listFlowOrder(definition).at(-1) ?? '') : wiring.nodeId;
  const place = placeAfter({ definition, automaticPositions, nodeId, height: measureNode(node).height });
  return { x: snapToGrid(place.x), y: snapToGrid(place.y) };
}

/** "Message", "Message 2", "Message 3": names tell steps apart in lists and to screen readers. */
export function toFreeName(name: string, nodes: readonly FlowNode[]): string {
  const taken = new Set(nodes.map((node) => node.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}

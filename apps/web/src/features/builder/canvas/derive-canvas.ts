import {
  conditionKey,
  listOutlets,
  type FlowDefinition,
  type FlowNode,
  type FlowProblem,
} from '@instaflow/flow-model';
import { MarkerType, Position as Side, type Edge, type Node } from '@xyflow/react';
import { inputHandleId, measureNode } from '../card/measure-node';
import { listFlowOrder } from './list-flow-order';
import type { Position, Positions } from './position';

export type CardData = { node: FlowNode; step: number; errors: number; warnings: number; isStart: boolean };
export type CardNode = Node<CardData, 'card'>;
export type FlowEdgeData = { outletId: string; outletLabel: string; isConditional: boolean };
export type FlowEdge = Edge<FlowEdgeData, 'flow'>;
export type DerivedCanvas = { nodes: CardNode[]; edges: FlowEdge[] };

export type CanvasInput = {
  definition: FlowDefinition;
  /** Places of nodes whose document has none, and of nodes being dragged; these win over the document. */
  automaticPositions: Positions;
  dragPositions: Positions;
  selectedNodeIds: ReadonlySet<string>;
  selectedEdgeId: string | null;
  /** The one card the Tab key stops at; the arrow keys and Tab lead on from there. */
  activeNodeId: string | null;
  problems: FlowProblem[];
  /** The accessible name of a card. */
  describe: (data: CardData) => string;
};

const noProblems = { errors: 0, warnings: 0 };
const origin: Position = { x: 0, y: 0 };
const marker = { type: MarkerType.ArrowClosed, width: 16, height: 16 } as const;

/**
 * Makes the function that turns a flow into React Flow's nodes and edges. Its only memory is the previous result:
 * a node or edge whose inputs did not change is the same object again, which is what lets React Flow skip it.
 * Nodes come in flow order, because that is the order of the Tab key.
 */
export function createCanvasDeriver(): (input: CanvasInput) => DerivedCanvas {
  let nodes = new Map<string, CardNode>();
  let edges = new Map<string, EdgesOfNode>();
  let lists: DerivedCanvas = { nodes: [], edges: [] };
  let order: string[] = [];
  let last: CanvasInput | null = null;

  return (input) => {
    const isSameDocument = last?.definition === input.definition;
    if (!isSameDocument) order = listFlowOrder(input.definition);
    nodes = deriveNodes(input, order, nodes);
    // Dragging changes places only: then the edges are not even looked at.
    if (!isSameDocument || last?.selectedEdgeId !== input.selectedEdgeId) edges = deriveEdges(input, edges);
    last = input;
    // The same list again where nothing changed: React Flow looks through all of another one.
    lists = {
      nodes: sameList(lists.nodes, [...nodes.values()]),
      edges: sameList(
        lists.edges,
        [...edges.values()].flatMap((ofNode) => ofNode.edges),
      ),
    };
    return lists;
  };
}

function sameList<Item>(known: Item[], items: Item[]): Item[] {
  return known.length === items.length && known.every((item, index) => item === items[index]) ? known : items;
}

function deriveNodes(
  input: CanvasInput,
  order: string[],
  previous: Map<string, CardNode>,
): Map<string, CardNode> {
  const byId = new Map(input.definition.nodes.map((node) => [node.id, node]));
  const counts = countProblems(input.problems);
  const next = new Map<string, CardNode>();
  order.forEach((id, index) => {
    const node = byId.get(id);
    if (!node) return;
    const { errors, warnings } = counts.get(id) ?? noProblems;
    const isStart = id === input.definition.startNodeId;
    const look = {
      data: { node, step: index + 1, errors, warnings, isStart },
      position: findPosition(input, node),
      isSelected: input.selectedNodeIds.has(id),
      tabIndex: (input.activeNodeId ?? input.definition.startNodeId) === id ? 0 : -1,
    };
    const known = previous.get(id);
    next.set(id, known ? update(known, look, input.describe) : toCardNode(look, input.describe));
  });
  return next;
}

function findPosition(
  { dragPositions, automaticPositions }: CanvasInput,
  { id, position }: FlowNode,
): Position {
  return dragPositions[id] ?? position ?? automaticPositions[id] ?? origin;
}

type CardLook = { data: CardData; position: Position; isSelected: boolean; tabIndex: number };

/** The known node where nothing changed; where it was only dragged or selected, nothing of it is measured or named again. */
function update(known: CardNode, look: CardLook, describe: CanvasInput['describe']): CardNode {
  const { data, position, isSelected, tabIndex } = look;
  if (!isSameData(known.data, data)) return toCardNode(look, describe);
  const isSameState = known.selected === isSelected && known.domAttributes?.tabIndex === tabIndex;
  const isSamePlace = known.position.x === position.x && known.position.y === position.y;
  if (isSameState && isSamePlace) return known;
  return {
    ...known,
    position: isSamePlace ? known.position : { x: position.x, y: position.y },
    selected: isSelected,
    domAttributes: isSameState ? known.domAttributes : { tabIndex },
  };
}

function isSameData(known: CardData, data: CardData): boolean {
  return (
    known.node === data.node &&
    known.step === data.step &&
    known.errors === data.errors &&
    known.warnings === data.warnings &&
    known.isStart === data.isStart
  );
}

function toCardNode(
  { data, position, isSelected, tabIndex }: CardLook,
  describe: CanvasInput['describe'],
): CardNode {
  const { width, height, handles } = measureNode(data.node);
  return {
    id: data.node.id,
    type: 'card',
    position: { x: position.x, y: position.y },
    data,
    selected: isSelected,
    width,
    height,
    // Given, so that React Flow neither renders nor measures a card that is out of view.
    measured: { width, height },
    handles: handles.map((handle) => ({
      ...handle,
      position: handle.type === 'source' ? Side.Right : Side.Left,
    })),
    ariaLabel: describe(data),
    ariaRole: 'group',
    domAttributes: { tabIndex },
  };
}

type ProblemCounts = ReadonlyMap<string, { errors: number; warnings: number }>;
const knownCounts = new WeakMap<FlowProblem[], ProblemCounts>();

function countProblems(problems: FlowProblem[]): ProblemCounts {
  const known = knownCounts.get(problems);
  if (known) return known;
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { nodeId, severity } of problems) {
    if (nodeId === null) continue;
    const count = counts.get(nodeId) ?? { errors: 0, warnings: 0 };
    if (severity === 'error') count.errors += 1;
    else count.warnings += 1;
    counts.set(nodeId, count);
  }
  knownCounts.set(problems, counts);
  return counts;
}

const outletLabels = new WeakMap<FlowNode, ReadonlyMap<string, string>>();

/** The labels of a node's outlets, found once for a node as it is: most of a flow is untouched by an edit. */
function labelOutlets(node: FlowNode): ReadonlyMap<string, string> {
  const labels = outletLabels.get(node) ?? new Map(listOutlets(node).map(({ id, label }) => [id, label]));
  outletLabels.set(node, labels);
  return labels;
}

/** The connections that leave a step, beside the step they were derived from. */
type EdgesOfNode = { node: FlowNode; edges: FlowEdge[] };

/** Only steps that changed are looked at, unless steps came or went: then a connection may lead nowhere. */
function deriveEdges(
  { definition: { nodes }, selectedEdgeId }: CanvasInput,
  previous: ReadonlyMap<string, EdgesOfNode>,
): Map<string, EdgesOfNode> {
  const ids = new Set(nodes.map(({ id }) => id));
  const hasSameIds = ids.size === previous.size && nodes.every(({ id }) => previous.has(id));
  return new Map(
    nodes.map((node) => {
      const known = previous.get(node.id);
      const isSame =
        hasSameIds &&
        known?.node === node &&
        known.edges.every(({ id, selected }) => selected === (id === selectedEdgeId));
      return [node.id, isSame ? known : { node, edges: edgesOfNode(node, { ids, selectedEdgeId, known }) }];
    }),
  );
}

function edgesOfNode(
  node: FlowNode,
  {
    ids,
    selectedEdgeId,
    known,
  }: { ids: ReadonlySet<string>; selectedEdgeId: string | null; known: EdgesOfNode | undefined },
): FlowEdge[] {
  if (node.connections.length === 0) return [];
  const labels = labelOutlets(node);
  const before = new Map(known?.edges.map((edge) => [edge.id, edge]));
  const edges = new Map<string, FlowEdge>();
  for (const { targetNodeId, condition } of node.connections) {
    const outletId = conditionKey(condition);
    const id = edgeId(node.id, outletId);
    // An older document may say the same condition twice: the first one is the one that is ever taken.
    if (!ids.has(targetNodeId) || edges.has(id)) continue;
    const data = { outletId, outletLabel: labels.get(outletId) ?? '', isConditional: condition !== null };
    const isSelected = id === selectedEdgeId;
    const edge = before.get(id);
    const isSame =
      edge?.target === targetNodeId &&
      edge.selected === isSelected &&
      edge.data?.outletLabel === data.outletLabel;
    edges.set(
      id,
      isSame ? edge : toFlowEdge({ id, source: node.id, target: targetNodeId, data, isSelected }),
    );
  }
  return [...edges.values()];
}

function toFlowEdge({
  id,
  source,
  target,
  data,
  isSelected,
}: {
  id: string;
  source: string;
  target: string;
  data: FlowEdgeData;
  isSelected: boolean;
}): FlowEdge {
  return {
    id,
    type: 'flow',
    source,
    target,
    sourceHandle: data.outletId,
    targetHandle: inputHandleId,
    data,
    selected: isSelected,
    // An image, as React Flow says by default, must not hold the buttons an edge has.
    ariaRole: 'group',
    markerEnd: marker,
  };
}

/** The id of the edge that leaves a node by an outlet. */
export function edgeId(nodeId: string, outletId: string): string {
  return `${nodeId}|${outletId}`;
}

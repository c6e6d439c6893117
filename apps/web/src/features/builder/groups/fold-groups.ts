import type { FlowDefinition, FlowGroup } from '@instaflow/flow-model';
import { Position as Side, type Node } from '@xyflow/react';
import { inputHandleId } from '../card/measure-node';
import type { CardNode, DerivedCanvas, FlowEdge } from '../canvas/derive-canvas';
import { findFrame, foldedSize } from './group-frame';

export type GroupData = {
  group: FlowGroup;
  isFolded: boolean;
  count: number;
  /** The types of its steps, each once, for the icons of a folded group. */
  kinds: string;
  errors: number;
  warnings: number;
};
export type GroupNode = Node<GroupData, 'frame'>;
export type CanvasNode = CardNode | GroupNode;
export type FoldedCanvas = { nodes: CanvasNode[]; cards: CardNode[]; edges: FlowEdge[] };

type FoldInput = {
  groups: FlowDefinition['groups'];
  /** Groups somebody looks into although they are folded in the document. */
  peekedGroupIds: ReadonlySet<string>;
  describe: (data: GroupData) => string;
};

const outputHandleId = 'out';
const noGroups: readonly FlowGroup[] = [];

/** The id of a group's frame or card on the canvas; no step has one like it. */
export const groupNodeId = (groupId: string): string => `group:${groupId}`;

/**
 * Makes the function that adds frames to a derived canvas, and puts one card in place of each folded group: its steps
 * are left out and their connections end at the card. What did not change is the same object again.
 */
export function createGroupFolder(): (canvas: DerivedCanvas, input: FoldInput) => FoldedCanvas {
  let known = new Map<string, GroupNode>();
  const redirected = new WeakMap<FlowEdge, FlowEdge>();
  let last: { edges: FlowEdge[]; key: string; kept: FlowEdge[] } | null = null;

  const redirect = (edge: FlowEdge, ends: { source: string; target: string }): FlowEdge => {
    const before = redirected.get(edge);
    if (before?.source === ends.source && before.target === ends.target) return before;
    const sourceHandle = ends.source === edge.source ? edge.sourceHandle : outputHandleId;
    const after = { ...edge, ...ends, sourceHandle };
    redirected.set(edge, after);
    return after;
  };

  /** While something is dragged the connections are the same, and React Flow is to be told so. */
  const foldEdges = (edges: FlowEdge[], folded: ReadonlyMap<string, string>): FlowEdge[] => {
    if (folded.size === 0) return edges;
    const key = [...folded.keys()].join();
    if (last?.edges !== edges || last.key !== key) {
      last = { edges, key, kept: edges.flatMap((edge) => foldEdge(edge, folded, redirect)) };
    }
    return last.kept;
  };

  return ({ nodes, edges }, { groups = [...noGroups], peekedGroupIds, describe }) => {
    const cards = new Map(nodes.map((node) => [node.id, node]));
    const next = new Map<string, GroupNode>();
    const folded = new Map<string, string>();
    for (const group of groups) {
      const members = group.nodeIds.flatMap((id) => cards.get(id) ?? []);
      if (members.length === 0) continue;
      const isFolded = group.isCollapsed === true && !peekedGroupIds.has(group.id);
      const id = groupNodeId(group.id);
      if (isFolded) for (const member of members) folded.set(member.id, id);
      next.set(id, reuse(known.get(id), toGroupNode(group, { members, isFolded, describe })));
    }
    known = next;
    if (next.size === 0) return { nodes, cards: nodes, edges };
    const shown = folded.size === 0 ? nodes : nodes.filter(({ id }) => !folded.has(id));
    return { nodes: [...next.values(), ...shown], cards: shown, edges: foldEdges(edges, folded) };
  };
}

function foldEdge(
  edge: FlowEdge,
  folded: ReadonlyMap<string, string>,
  redirect: (edge: FlowEdge, ends: { source: string; target: string }) => FlowEdge,
): FlowEdge[] {
  const source = folded.get(edge.source) ?? edge.source;
  const target = folded.get(edge.target) ?? edge.target;
  if (source === edge.source && target === edge.target) return [edge];
  return source === target ? [] : [redirect(edge, { source, target })];
}

function toGroupNode(
  group: FlowGroup,
  {
    members,
    isFolded,
    describe,
  }: { members: CardNode[]; isFolded: boolean; describe: FoldInput['describe'] },
): GroupNode {
  const frame = findFrame(members);
  const size = isFolded ? foldedSize : { width: frame.width, height: frame.height };
  const data: GroupData = {
    group,
    isFolded,
    count: members.length,
    kinds: [...new Set(members.map((member) => member.data.node.type))].join(),
    errors: members.reduce((sum, member) => sum + member.data.errors, 0),
    warnings: members.reduce((sum, member) => sum + member.data.warnings, 0),
  };
  return {
    id: groupNodeId(group.id),
    type: 'frame',
    position: { x: frame.x, y: frame.y },
    data,
    ...size,
    measured: size,
    selectable: false,
    focusable: false,
    connectable: false,
    dragHandle: '.group-grip',
    ariaRole: 'group',
    ariaLabel: describe(data),
    // Below the connections; only its grip takes the pointer, the rest is canvas.
    zIndex: isFolded ? 0 : -1,
    style: isFolded ? {} : { pointerEvents: 'none' },
    handles: isFolded ? foldedHandles : [],
  };
}

const handleSize = { width: 24, height: 24, y: 12 };
const foldedHandles: GroupNode['handles'] = [
  { id: inputHandleId, type: 'target', position: Side.Left, x: -5, ...handleSize },
  { id: outputHandleId, type: 'source', position: Side.Right, x: foldedSize.width - 19, ...handleSize },
];

function reuse(known: GroupNode | undefined, next: GroupNode): GroupNode {
  const isSame =
    known &&
    known.data.group === next.data.group &&
    known.data.isFolded === next.data.isFolded &&
    known.data.count === next.data.count &&
    known.data.kinds === next.data.kinds &&
    known.data.errors === next.data.errors &&
    known.data.warnings === next.data.warnings &&
    known.width === next.width &&
    known.height === next.height &&
    known.position.x === next.position.x &&
    known.position.y === next.position.y;
  return isSame ? known : next;
}

import type { FlowDefinition } from '@instaflow/flow-model';
import type { Position, Positions } from '../canvas/position';
import { measureNode } from '../card/measure-node';
import type { LayoutGraph } from './layout-graph';
import { toLayoutGraph } from './to-layout-graph';

const gap = 80;

/** Places for the nodes of a document that have none, below those that have. Never rejects: a column is a layout too. */
export async function layOutMissing(definition: FlowDefinition): Promise<Positions> {
  const missing = new Set(definition.nodes.filter(({ position }) => !position).map(({ id }) => id));
  if (missing.size === 0) return {};
  const bottoms = definition.nodes.flatMap((node) =>
    node.position ? [node.position.y + measureNode(node).height + gap] : [],
  );
  const top = Math.max(0, ...bottoms);
  const graph = toLayoutGraph(definition, missing);
  const placed = await layOut(graph).catch(() => stack(graph.nodes));
  return Object.fromEntries(Object.entries(placed).map(([id, { x, y }]) => [id, { x, y: y + top }]));
}

/** Most flows have a place for every step, and then the way to the worker is not even loaded. */
async function layOut(graph: LayoutGraph): Promise<Positions> {
  const { requestLayout } = await import('./request-layout');
  return requestLayout(graph);
}

function stack(nodes: { id: string; height: number }[]): Positions {
  const positions: Record<string, Position> = {};
  let y = 0;
  for (const { id, height } of nodes) {
    positions[id] = { x: 0, y };
    y += height + gap;
  }
  return positions;
}

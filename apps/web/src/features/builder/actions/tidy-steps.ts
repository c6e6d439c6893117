import type { Positions } from '../canvas/position';
import { toLayoutGraph } from '../tidy/to-layout-graph';
import type { LayoutGraph } from '../tidy/layout-graph';
import type { BuilderStore } from '../state/builder-store';

/**
 * Arranges the selected steps, or all of them when fewer than two are selected, as one edit. Steps that were changed
 * while the layout was computed keep their change: only places are written.
 */
export async function tidySteps(
  store: BuilderStore,
  requestLayout: (graph: LayoutGraph) => Promise<Positions>,
): Promise<void> {
  const { definition, selectedNodeIds, automaticPositions } = store.getState();
  const only = selectedNodeIds.size > 1 ? selectedNodeIds : undefined;
  const laidOut = await requestLayout(toLayoutGraph(definition, only));
  const origin = only ? findCorner(store, only, automaticPositions) : { x: 0, y: 0 };
  const existing = new Set(store.getState().definition.nodes.map(({ id }) => id));
  const moves = Object.entries(laidOut).flatMap(([nodeId, { x, y }]) =>
    existing.has(nodeId) ? [{ nodeId, position: { x: x + origin.x, y: y + origin.y } }] : [],
  );
  if (moves.length === 0) return;
  store.getState().commit({ label: { key: 'tidy' }, operations: [{ op: 'move_nodes', moves }] });
}

function findCorner(store: BuilderStore, ids: ReadonlySet<string>, automaticPositions: Positions) {
  const places = store
    .getState()
    .definition.nodes.filter(({ id }) => ids.has(id))
    .map(({ id, position }) => position ?? automaticPositions[id] ?? { x: 0, y: 0 });
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
}

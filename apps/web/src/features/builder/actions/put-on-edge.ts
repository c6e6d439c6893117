import { placeAfter } from '../canvas/place-node';
import { measureNode } from '../card/measure-node';
import type { BuilderStore } from '../state/builder-store';
import { moveSteps } from './move-steps';
import { findEdge } from './splice-step';

/** Puts a step on an edge and beside the step the edge comes from, as one edit: what dragging it there does. */
export function putOnEdge(store: BuilderStore, nodeId: string, edgeId: string): void {
  const { definition, automaticPositions, goToNode } = store.getState();
  const found = findEdge(definition, edgeId);
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!found || !node) return;
  const others = { ...definition, nodes: definition.nodes.filter((other) => other !== node) };
  const position = placeAfter({
    definition: others,
    automaticPositions,
    nodeId: found.source.id,
    height: measureNode(node).height,
  });
  moveSteps(store, { positions: { [nodeId]: position }, spliceEdgeId: edgeId });
  goToNode(nodeId);
}

import { alignNodes, type Alignment } from '@instaflow/flow-model';
import { measureNode } from '../card/measure-node';
import type { BuilderStore } from '../state/builder-store';

/** Lines up or spreads the selected steps as one edit. */
export function alignSelection(store: BuilderStore, alignment: Alignment): void {
  const { definition, selectedNodeIds, automaticPositions, commit } = store.getState();
  const boxes = definition.nodes
    .filter(({ id }) => selectedNodeIds.has(id))
    .map((node) => {
      const { x, y } = node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 };
      const { width, height } = measureNode(node);
      return { nodeId: node.id, x, y, width, height };
    });
  const move = alignNodes(boxes, alignment);
  if (!move) return;
  commit({ label: { key: 'alignSteps', values: { count: boxes.length } }, operations: [move] });
}

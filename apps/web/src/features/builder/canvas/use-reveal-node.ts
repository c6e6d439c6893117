import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { measureNode } from '../card/measure-node';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import type { BuilderStore } from '../state/builder-store';
import { motionMs } from './motion-ms';
import { revealBox } from './reveal-box';

/** Brings a step into view when it is asked for and not wholly visible; never under a pressed pointer. */
export function useRevealNode(isPressed: RefObject<boolean>): void {
  const flow = useReactFlow();
  const canvas = useStoreApi();
  const store = useBuilderStore();
  const nodeId = useBuilder(({ revealNodeId }) => revealNodeId);

  useEffect(() => {
    if (nodeId === null) return;
    // After the next frame: opening the panel has made the canvas narrower by then.
    const frame = requestAnimationFrame(() => {
      const { definition, automaticPositions, settle } = store.getState();
      settle('revealNodeId');
      const node = definition.nodes.find(({ id }) => id === nodeId);
      openGroupOf(store, nodeId);
      // Not React Flow's own size: it learns the new width of the canvas only later.
      const size = canvas.getState().domNode?.getBoundingClientRect();
      if (!node || !size || isPressed.current) return;
      const place = node.position ?? automaticPositions[node.id] ?? { x: 0, y: 0 };
      const { width, height } = measureNode(node);
      const view = revealBox({ box: { ...place, width, height }, view: flow.getViewport(), size });
      if (view) void flow.setViewport(view, { duration: motionMs() });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [nodeId, flow, canvas, store, isPressed]);
}

/** A step of a folded group can only be seen once the group is looked into. */
function openGroupOf(store: BuilderStore, nodeId: string): void {
  const { definition, peekGroup } = store.getState();
  const group = definition.groups?.find(({ nodeIds }) => nodeIds.includes(nodeId));
  if (group?.isCollapsed) peekGroup(group.id, true);
}
